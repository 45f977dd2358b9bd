create table stock_out_count (
    case_number varchar(20) not null references stock_out_case (case_number),
    position integer not null,
    sku varchar(64) not null,
    booked integer not null,
    on_hand integer not null,
    counted_by varchar(64) not null,
    counted_at timestamp with time zone not null,
    primary key (case_number, position)
);
create index idx_stock_out_count_sku on stock_out_count (sku, counted_at);
create index idx_stock_out_part_sku on stock_out_part (sku);
