create table return_case (
    case_number varchar(20) not null primary key,
    order_number varchar(64) not null,
    reason varchar(30) not null,
    resolution varchar(20) not null,
    status varchar(20) not null,
    rma varchar(24) unique,
    requested_at timestamp with time zone not null,
    courier varchar(64),
    tracking_number varchar(64),
    by_customer boolean not null,
    settlement varchar(20),
    inspected_by varchar(64),
    settled_by varchar(64),
    version integer not null
);
create index idx_return_case_tracking on return_case (tracking_number);

create table return_line (
    case_number varchar(20) not null references return_case (case_number),
    line integer not null,
    quantity integer not null,
    allowed boolean,
    why varchar(1000),
    freight_paid_by varchar(10),
    return_until date,
    policy_version integer,
    primary key (case_number, line)
);

create table return_finding (
    case_number varchar(20) not null references return_case (case_number),
    position integer not null,
    line integer not null,
    accepted integer not null,
    refused integer not null,
    goods_condition varchar(20) not null,
    quality_problem boolean not null,
    note varchar(1000),
    primary key (case_number, position)
);
