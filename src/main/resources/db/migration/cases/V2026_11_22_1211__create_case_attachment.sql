create table case_attachment (
    id varchar(36) not null primary key,
    case_number varchar(20) not null references case_file (case_number),
    name varchar(255) not null,
    description varchar(500),
    type varchar(40) not null,
    size bigint not null,
    sha256 varchar(64) not null,
    added_by varchar(64) not null,
    added_at timestamp with time zone not null
);
create index idx_case_attachment_case on case_attachment (case_number, added_at);

-- In pieces, so that no file is ever held in memory as a whole.
create table case_attachment_part (
    attachment_id varchar(36) not null references case_attachment (id),
    position integer not null,
    content bytea not null,
    primary key (attachment_id, position)
);
