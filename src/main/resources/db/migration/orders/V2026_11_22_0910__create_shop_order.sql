create table shop_order (
    order_number varchar(64) not null primary key,
    customer_id varchar(64) not null,
    customer_name varchar(100) not null,
    phone varchar(40),
    email varchar(254),
    province varchar(60),
    city varchar(60),
    district varchar(60),
    street varchar(300),
    postcode varchar(20),
    channel varchar(60),
    currency varchar(3) not null,
    paid_at timestamp with time zone not null,
    delivered_at timestamp with time zone,
    freight numeric(19, 4) not null,
    discount numeric(19, 4) not null,
    fingerprint varchar(64) not null,
    version integer not null
);
create index idx_shop_order_customer on shop_order (customer_id);

create table shop_order_line (
    order_number varchar(64) not null references shop_order (order_number),
    line integer not null,
    sku varchar(64) not null,
    name varchar(300) not null,
    category varchar(100),
    quantity integer not null,
    unit_price numeric(19, 4) not null,
    unit_cost numeric(19, 4),
    discount numeric(19, 4) not null,
    weight_grams integer,
    primary key (order_number, line)
);

create table shipment (
    order_number varchar(64) not null references shop_order (order_number),
    tracking_number varchar(64) not null,
    courier varchar(60) not null,
    shipped_at timestamp with time zone not null,
    delivered_at timestamp with time zone,
    primary key (order_number, tracking_number)
);

create table shipment_line (
    order_number varchar(64) not null,
    tracking_number varchar(64) not null,
    line integer not null,
    quantity integer not null,
    primary key (order_number, tracking_number, line),
    foreign key (order_number, tracking_number) references shipment (order_number, tracking_number)
);

-- RET-6: which case holds how many units of a line, or got them back for good.
create table unit_claim (
    order_number varchar(64) not null references shop_order (order_number),
    case_number varchar(20) not null,
    line integer not null,
    quantity integer not null,
    status varchar(10) not null,
    primary key (order_number, case_number, line)
);

-- Money that leaves, or is promised to leave, on account of an order; one row per decision.
create table outflow (
    decision_key varchar(120) not null primary key,
    order_number varchar(64) not null references shop_order (order_number),
    case_number varchar(20) not null,
    amount numeric(19, 4) not null,
    freight numeric(19, 4) not null,
    status varchar(10) not null,
    promised_at timestamp with time zone not null,
    ended_at timestamp with time zone
);
create index idx_outflow_order on outflow (order_number);

create table outflow_line (
    decision_key varchar(120) not null references outflow (decision_key),
    line integer not null,
    quantity integer not null,
    amount numeric(19, 4) not null,
    primary key (decision_key, line)
);
