create table stock_out_case (
    case_number varchar(20) not null primary key,
    order_number varchar(64) not null,
    cause varchar(20) not null,
    status varchar(20) not null,
    parent varchar(20),
    purpose varchar(20) not null,
    left_at date not null,
    reported_at timestamp with time zone not null,
    accepted boolean not null,
    to_count boolean not null,
    counted boolean not null,
    promise_due boolean not null,
    delay varchar(12),
    delay_days integer,
    promised_on date,
    promise_ends timestamp with time zone,
    question_open boolean not null,
    must_ask boolean not null,
    silence_at timestamp with time zone,
    ask_again_at timestamp with time zone,
    told varchar(2000),
    late boolean not null,
    ship_rest boolean not null,
    refund_wanted boolean not null,
    refund_asked_by varchar(64),
    repayment_due boolean not null,
    dispatches integer not null,
    substitute_sku varchar(64),
    substitute_asked_by varchar(64),
    substitute_state varchar(12),
    difference numeric(19, 4),
    difference_currency varchar(3),
    difference_state varchar(12),
    version integer not null
);
create index idx_stock_out_order on stock_out_case (order_number);

create table stock_out_part (
    case_number varchar(20) not null references stock_out_case (case_number),
    position integer not null,
    line integer not null,
    sku varchar(64) not null,
    name varchar(300) not null,
    own_sku varchar(64) not null,
    quantity integer not null,
    fate varchar(12) not null,
    primary key (case_number, position)
);

create table stock_out_promise (
    case_number varchar(20) not null references stock_out_case (case_number),
    position integer not null,
    delay varchar(12) not null,
    promised_on date,
    told_at timestamp with time zone not null,
    primary key (case_number, position)
);

create table stock_out_reply (
    case_number varchar(20) not null references stock_out_case (case_number),
    position integer not null,
    answer varchar(12) not null,
    substitute_sku varchar(64),
    noted_by varchar(64) not null,
    replied_at timestamp with time zone not null,
    primary key (case_number, position)
);
