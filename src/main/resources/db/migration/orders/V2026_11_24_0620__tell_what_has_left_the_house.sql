-- What couriers report of a parcel stands beside what the shop says of it, and the house sends parcels of its own.
alter table shipment add column fate varchar(20) default 'UNDER_WAY' not null;
alter table shipment add column fate_at timestamp with time zone;
alter table shipment add column by_shop boolean default true not null;
alter table shipment add column by_house boolean default false not null;

-- Of the units that a case held: how many of them will never be sent.
alter table unit_claim add column cancelled integer default 0 not null;
-- Whether they were with the customer when they were claimed (RET-2); else they had not arrived, or nobody asked.
alter table unit_claim add column delivered boolean default false not null;
-- Until now only returns held units, and asked for what had arrived.
update unit_claim set delivered = true;

-- What the customer paid besides the order, such as the difference to a dearer courier (SHP-4).
create table order_income (
    income_key varchar(120) not null primary key,
    order_number varchar(64) not null references shop_order (order_number),
    case_number varchar(20) not null,
    amount numeric(19, 4) not null,
    received_at timestamp with time zone not null
);
create index idx_order_income_order on order_income (order_number);

-- The part of an amount that gives surcharges back, and what was kept of the whole, such as freight of a refused parcel.
alter table outflow add column surcharges numeric(19, 4) default 0 not null;
alter table outflow add column held_back numeric(19, 4) default 0 not null;
