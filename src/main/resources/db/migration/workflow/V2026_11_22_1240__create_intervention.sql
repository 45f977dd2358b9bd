create sequence intervention_sequence start with 1 increment by 1;

-- Who did what to a process beyond daily work, and why. Rows are never changed.
create table intervention (
    id bigint not null primary key,
    happened_at timestamp with time zone not null,
    actor varchar(64) not null,
    action varchar(100) not null,
    process_key varchar(255),
    reason varchar(500) not null,
    details varchar(2000) not null,
    affected integer not null
);

create table intervention_process (
    intervention_id bigint not null references intervention (id),
    process_instance_id varchar(64) not null,
    case_number varchar(20),
    primary key (intervention_id, process_instance_id)
);
create index idx_intervention_case on intervention_process (case_number);

-- A reason given beforehand, for pages that can't send one with each call.
create table announced_intervention (
    id bigint not null primary key,
    actor varchar(64) not null,
    reason varchar(500) not null,
    announced_at timestamp with time zone not null,
    until_at timestamp with time zone not null,
    ended_at timestamp with time zone
);
create index idx_announced_actor on announced_intervention (actor, until_at);
