create sequence case_number_sequence start with 1 increment by 1;

create table case_file (
    case_number varchar(20) not null primary key,
    kind varchar(64) not null,
    status varchar(10) not null,
    outcome varchar(40),
    order_number varchar(64),
    customer_id varchar(64),
    opened_by varchar(64) not null,
    owner varchar(64) not null,
    opened_at timestamp with time zone not null,
    closed_at timestamp with time zone,
    parent varchar(20),
    version integer not null
);
create index idx_case_file_order on case_file (order_number);
create index idx_case_file_customer on case_file (customer_id);
create index idx_case_file_opened on case_file (opened_at, case_number);
create index idx_case_file_parent on case_file (parent);

create sequence timeline_sequence start with 1 increment by 50;

create table timeline_entry (
    id bigint not null primary key,
    case_number varchar(20) not null references case_file (case_number),
    happened_at timestamp with time zone not null,
    actor varchar(64) not null,
    what varchar(64) not null,
    text varchar(4000)
);
create index idx_timeline_case on timeline_entry (case_number, happened_at, id);

-- A caller that repeats a start with the same key gets the case of the first time.
create table case_start (
    caller varchar(64) not null,
    idempotency_key varchar(255) not null,
    process_key varchar(64) not null,
    case_number varchar(20),
    process_instance_id varchar(64),
    started_at timestamp with time zone not null,
    primary key (caller, idempotency_key)
);
