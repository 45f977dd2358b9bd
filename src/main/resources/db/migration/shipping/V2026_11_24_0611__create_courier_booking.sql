-- What a courier's service over HTTP was asked to take: one row for each key, however often it was asked.
create table courier_booking (
    booking_key varchar(64) not null primary key,
    case_number varchar(20) not null,
    order_number varchar(64) not null,
    leg varchar(20) not null,
    status varchar(20) not null,
    tries integer not null,
    asked_at timestamp with time zone,
    ended_at timestamp with time zone,
    courier varchar(60),
    tracking_number varchar(64),
    parcel_id bigint,
    reference varchar(255),
    note varchar(500),
    heard varchar(500),
    cancellation varchar(20) not null,
    cancel_tries integer not null,
    cancel_due timestamp with time zone,
    version integer not null
);

create index idx_courier_booking_case on courier_booking (case_number);
create index idx_courier_booking_order on courier_booking (order_number);
create index idx_courier_booking_parcel on courier_booking (parcel_id);
create index idx_courier_booking_due on courier_booking (cancellation, cancel_due);
