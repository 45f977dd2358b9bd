-- Units that a case waits for; who asked first has the smaller place.
create table stock_want (
    case_number varchar(20) not null,
    sku varchar(64) not null references stock_item (sku),
    quantity integer not null,
    place bigint not null,
    version integer not null,
    primary key (case_number, sku)
);
create index idx_stock_want_place on stock_want (sku, place);

-- Counts up under the article's lock.
alter table stock_item add column last_place bigint default 0 not null;

-- What was promised before there was a queue is older than all that is promised now.
alter table stock_reservation add column place bigint default 0 not null;
create index idx_stock_reservation_place on stock_reservation (sku, place);
