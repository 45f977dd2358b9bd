-- One row for each attempt to pay a refund by the payment service; its id goes with the order, and with every report on it.
create table payout (
    refund_id varchar(48) not null primary key,
    decision_key varchar(40) not null,
    attempt integer not null,
    status varchar(20) not null,
    ordered_at timestamp with time zone not null,
    sent_at timestamp with time zone,
    ended_at timestamp with time zone,
    reference varchar(255),
    reason varchar(500),
    version integer not null,
    unique (decision_key, attempt)
);

alter table refund add column refund_id varchar(48);

-- What the payment service reported later, stored before anything is done about it.
create table payout_event (
    event_id varchar(100) not null primary key,
    refund_id varchar(48) not null,
    decision_key varchar(40) not null,
    status varchar(10) not null,
    reference varchar(255),
    reason varchar(500),
    received_at timestamp with time zone not null,
    standing varchar(20) not null,
    why varchar(500),
    version integer not null
);

create index payout_event_decision on payout_event (decision_key);
create index payout_event_standing on payout_event (standing, received_at);
