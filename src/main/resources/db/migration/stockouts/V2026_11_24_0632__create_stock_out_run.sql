create sequence stock_out_run_sequence start with 1 increment by 1;

-- One article that is short or late, and all the orders that get a case for it.
create table stock_out_run (
    id bigint not null primary key,
    sku varchar(64) not null,
    cause varchar(40) not null,
    once_key varchar(255),
    request varchar(64) not null,
    started_by varchar(64) not null,
    started_at timestamp with time zone not null,
    status varchar(20) not null,
    finished_at timestamp with time zone,
    stopped_by varchar(64),
    unique (started_by, once_key)
);
create index idx_stock_out_run_status on stock_out_run (status, id);

create table stock_out_run_order (
    run_id bigint not null references stock_out_run (id),
    place integer not null,
    order_number varchar(64) not null,
    status varchar(20) not null,
    case_number varchar(20),
    reason varchar(2000),
    tries integer not null,
    primary key (run_id, place)
);
create index idx_stock_out_run_order_status on stock_out_run_order (run_id, status, tries, place);
