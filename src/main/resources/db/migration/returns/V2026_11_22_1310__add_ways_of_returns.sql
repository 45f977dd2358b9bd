alter table return_case add column customer_id varchar(64);
update return_case set customer_id = (select customer_id from case_file f where f.case_number = return_case.case_number);
alter table return_case alter column customer_id set not null;

-- A parcel that came after its return had ended has a case of its own: here the new one names it, there it is marked late.
alter table return_case add column late boolean default false not null;
alter table return_case add column late_case varchar(20);
alter table return_case add column withdrawn boolean default false not null;

alter table return_case add column approved_by varchar(64);
alter table return_case add column exception varchar(10);
alter table return_case add column exception_asked_by varchar(64);
-- When something was let in beside the policy; counted for each customer and year.
alter table return_case add column exception_at timestamp with time zone;
alter table return_case add column without_return boolean default false not null;
create index idx_return_case_exception on return_case (customer_id, exception_at);

alter table return_case add column sent_courier varchar(64);
alter table return_case add column sent_tracking_number varchar(64);
alter table return_case add column arrived boolean default false not null;
update return_case set arrived = true where status in ('ARRIVED', 'INSPECTED', 'REFUNDED', 'SENT_BACK');
alter table return_case add column reminded boolean default false not null;
alter table return_case add column waits_since timestamp with time zone;
alter table return_case add column deadline timestamp with time zone;

alter table return_case add column repair varchar(20);
alter table return_case add column repaired_by varchar(64);
alter table return_case add column refund_ordered boolean default false not null;

-- What the goods are called where they were bought, as it was when they were asked back.
alter table return_line add column sku varchar(64);
alter table return_line add column name varchar(300);
update return_line set
    sku = (select l.sku from shop_order_line l join return_case c on c.order_number = l.order_number
        where c.case_number = return_line.case_number and l.line = return_line.line),
    name = (select l.name from shop_order_line l join return_case c on c.order_number = l.order_number
        where c.case_number = return_line.case_number and l.line = return_line.line);
alter table return_line alter column sku set not null;
alter table return_line alter column name set not null;
alter table return_line add column wanted_sku varchar(64);
alter table return_line add column by_exception boolean default false not null;
alter table return_line add column inspection varchar(10);
update return_line set inspection = 'REQUIRED' where allowed is not null;

-- Units that are alike and go the same way.
create table return_part (
    case_number varchar(20) not null references return_case (case_number),
    position integer not null,
    line integer not null,
    quantity integer not null,
    accepted boolean not null,
    goods_condition varchar(20),
    quality_problem boolean not null,
    allowed boolean,
    why varchar(1000),
    freight_paid_by varchar(10),
    inspection varchar(10),
    return_until date,
    policy_version integer,
    fate varchar(20) not null,
    question varchar(20),
    repaired boolean not null,
    agreed boolean not null,
    primary key (case_number, position)
);

-- Parcels to the customer.
create table return_shipment (
    case_number varchar(20) not null references return_case (case_number),
    position integer not null,
    replacement boolean not null,
    courier varchar(64) not null,
    tracking_number varchar(64) not null,
    sent_at timestamp with time zone not null,
    primary key (case_number, position)
);
