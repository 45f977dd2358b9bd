alter table customer add column erased_at timestamp with time zone;

create sequence privacy_request_sequence start with 1 increment by 1;

-- Who asked for what of a customer's data, and why; never the data.
create table privacy_request (
    id bigint not null primary key,
    kind varchar(10) not null,
    customer_id varchar(64) not null,
    requested_by varchar(64) not null,
    requested_at timestamp with time zone not null,
    reason varchar(500) not null
);
create index idx_privacy_request_customer on privacy_request (customer_id);
