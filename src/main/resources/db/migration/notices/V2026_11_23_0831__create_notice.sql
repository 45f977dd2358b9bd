-- One row; whoever holds it looks for news. Numbers are given under its lock, so that they become visible in their order.
create table notice_board (
    name varchar(10) not null primary key,
    last_id bigint not null,
    version bigint not null
);
insert into notice_board (name, last_id, version) values ('board', 0, 0);
-- Held by who is the first to write about a person.
insert into notice_board (name, last_id, version) values ('readers', 0, 0);

-- What is news about an open task, once for each group or person whom it concerns. It goes when it is no news any more.
create table notice (
    audience varchar(260) not null,
    id bigint not null,
    kind varchar(20) not null,
    task_id varchar(64) not null,
    task_key varchar(255),
    task_name varchar(255),
    case_number varchar(255),
    order_number varchar(64),
    caused_by varchar(255),
    due_at timestamp with time zone,
    happened_at timestamp with time zone not null
);
-- The newest of each kind for an audience, read from the index alone.
create unique index idx_notice_newest on notice (audience, kind, id desc);
create index idx_notice_task on notice (task_id);

-- How far somebody has read, and how far the mails to them have come.
create table notice_reader (
    person varchar(255) not null primary key,
    read_until bigint not null,
    mailed_until bigint not null,
    mail_due_at timestamp with time zone,
    mail_attempts integer not null,
    mailing_id varchar(36),
    mailing_until bigint,
    mail_failure varchar(300),
    mailed_at timestamp with time zone
);
create index idx_notice_reader_due on notice_reader (mail_due_at);

-- What somebody switched, where it differs from what everybody starts with or not.
create table notice_switch (
    person varchar(255) not null,
    kind varchar(20) not null,
    channel varchar(10) not null,
    is_on boolean not null,
    primary key (person, kind, channel)
);
