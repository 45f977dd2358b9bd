create table parcel_case (
    case_number varchar(20) not null primary key,
    parcel_id bigint not null,
    -- One open case for each parcel and leg, whoever tells of it, and however many at once; null in cases that are over
    open_key varchar(40) unique,
    order_number varchar(64) not null,
    customer_id varchar(64) not null,
    leg varchar(20) not null,
    courier varchar(64) not null,
    tracking_number varchar(64) not null,
    tracking_key varchar(64),
    reported_at timestamp with time zone not null,
    cause varchar(20) not null,
    attempt integer not null,
    failed_attempt integer not null,
    to_be_ruled boolean not null,
    stopped boolean not null,
    for_supervisor boolean not null,
    back_to_agent boolean not null,
    whereabouts varchar(20) not null,
    course varchar(20) not null,
    course_set_by varchar(64),
    refund_ordered boolean not null,
    refund_of_surcharge boolean not null,
    refunded boolean not null,
    paid_elsewhere boolean not null,
    outcome varchar(20),
    -- Where it goes instead
    new_province varchar(300),
    new_city varchar(300),
    new_district varchar(300),
    new_street varchar(300),
    new_postcode varchar(20),
    -- What the table said
    fault varchar(20),
    freight_paid_by varchar(20),
    next_step varchar(20),
    ruled_version integer not null,
    -- Followed up with the courier
    chases integer not null,
    chased_since timestamp with time zone,
    chase_escalates_at timestamp with time zone,
    leaders_chase boolean not null,
    next_chase_at timestamp with time zone,
    -- Reaching the customer
    next_try_at timestamp with time zone,
    silent_tries integer not null,
    hold_until timestamp with time zone,
    hold_action varchar(20),
    hold_over boolean not null,
    -- Who carries it again, and what the customer pays of it
    quoted_courier varchar(64),
    quoted_name varchar(200),
    quoted_fee decimal(15, 2),
    quoted_days integer,
    quoted_why varchar(2000),
    surcharge decimal(15, 2),
    surcharge_paid boolean not null,
    surcharge_spent boolean not null,
    surcharge_returned boolean not null,
    by_hand boolean not null,
    goods_reserved boolean not null,
    stock_out_case varchar(20),
    awaited boolean not null,
    delivery_due timestamp with time zone,
    -- What came home
    here boolean not null,
    inspected boolean not null,
    stored boolean not null,
    inspected_by varchar(64),
    home_case varchar(20),
    earlier_case varchar(20),
    earlier_outcome varchar(20),
    claim_status varchar(20) not null,
    claim_amount decimal(15, 2),
    claimed_by varchar(64),
    version integer not null
);
create index idx_parcel_case_parcel on parcel_case (parcel_id);
create index idx_parcel_case_tracking on parcel_case (tracking_key);
create index idx_parcel_case_stock_out on parcel_case (stock_out_case);

create table parcel_case_line (
    case_number varchar(20) not null references parcel_case (case_number),
    position integer not null,
    line integer not null,
    quantity integer not null,
    sku varchar(64) not null,
    name varchar(300) not null,
    primary key (case_number, position)
);

create table parcel_case_contact (
    case_number varchar(20) not null references parcel_case (case_number),
    position integer not null,
    tried_at timestamp with time zone not null,
    tried_by varchar(64) not null,
    answer varchar(20) not null,
    primary key (case_number, position)
);

-- Parcels that went out in its place
create table parcel_case_shipment (
    case_number varchar(20) not null references parcel_case (case_number),
    position integer not null,
    parcel_id bigint not null,
    courier varchar(64) not null,
    tracking_number varchar(64) not null,
    tracking_key varchar(64),
    other_goods boolean not null,
    sent_at timestamp with time zone not null,
    primary key (case_number, position)
);
create index idx_parcel_case_shipment_parcel on parcel_case_shipment (parcel_id);
create index idx_parcel_case_shipment_tracking on parcel_case_shipment (tracking_key);

create table parcel_case_finding (
    case_number varchar(20) not null references parcel_case (case_number),
    position integer not null,
    line integer not null,
    accepted integer not null,
    refused integer not null,
    goods_condition varchar(20) not null,
    quality_problem boolean not null,
    note varchar(1000),
    primary key (case_number, position)
);
