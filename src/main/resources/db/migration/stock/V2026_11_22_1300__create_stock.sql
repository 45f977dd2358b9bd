create table stock_item (
    sku varchar(64) not null primary key,
    on_hand integer not null,
    reserved integer not null,
    replenishment_days integer,
    price numeric(19, 4),
    currency varchar(3),
    version integer not null
);

create table stock_reservation (
    case_number varchar(20) not null,
    sku varchar(64) not null references stock_item (sku),
    quantity integer not null,
    version integer not null,
    primary key (case_number, sku)
);

create sequence stock_movement_sequence start with 1 increment by 50;

-- No reference to the article: what is written off may never have been in stock.
create table stock_movement (
    id bigint not null primary key,
    sku varchar(64) not null,
    kind varchar(20) not null,
    quantity integer not null,
    on_hand integer not null,
    reserved integer not null,
    case_number varchar(20),
    once_key varchar(300),
    actor varchar(64) not null,
    happened_at timestamp with time zone not null,
    unique (sku, once_key)
);
create index idx_stock_movement_sku on stock_movement (sku, id);
create index idx_stock_movement_case on stock_movement (case_number);
