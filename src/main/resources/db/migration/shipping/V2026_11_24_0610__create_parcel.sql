-- One row for each number that couriers print on parcels: whoever writes about a parcel or its events locks it first.
create table waybill (
    tracking_key varchar(64) not null primary key
);

create sequence parcel_sequence start with 1 increment by 1;

create table parcel (
    id bigint not null primary key,
    order_number varchar(64) not null,
    leg varchar(20) not null,
    purpose varchar(20) not null,
    case_number varchar(20),
    courier varchar(60) not null,
    tracking_number varchar(64) not null,
    tracking_key varchar(64) not null,
    sent_at timestamp with time zone,
    known_since timestamp with time zone not null,
    state varchar(20) not null,
    failed_attempts integer not null,
    cancelled_at timestamp with time zone,
    version integer not null,
    unique (tracking_key, order_number, leg)
);

create index idx_parcel_order on parcel (order_number);
create index idx_parcel_case on parcel (case_number);

create table parcel_line (
    parcel_id bigint not null references parcel (id),
    line integer not null,
    quantity integer not null,
    primary key (parcel_id, line)
);

-- What was reported, as it came, whether or not anybody knows the parcel. It counts for all parcels of its number and courier.
create table parcel_event (
    event_id varchar(100) not null primary key,
    courier varchar(60) not null,
    tracking_number varchar(64) not null,
    tracking_key varchar(64) not null,
    status varchar(20) not null,
    occurred_at timestamp with time zone not null,
    place varchar(300),
    received_at timestamp with time zone not null,
    sequence bigint not null,
    by_people boolean not null,
    known boolean not null,
    erased boolean not null,
    version integer not null
);

create sequence parcel_event_sequence start with 1 increment by 1;

create index idx_parcel_event_number on parcel_event (tracking_key);
create index idx_parcel_event_unknown on parcel_event (known, received_at);
