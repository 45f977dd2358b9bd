create table customer (
    customer_id varchar(64) not null primary key,
    customer_name varchar(100) not null,
    phone varchar(40),
    email varchar(254),
    province varchar(60),
    city varchar(60),
    district varchar(60),
    street varchar(300),
    postcode varchar(20),
    known_since timestamp with time zone not null,
    updated_at timestamp with time zone not null,
    version integer not null
);
