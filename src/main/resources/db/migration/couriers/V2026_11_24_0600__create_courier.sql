create table courier (
    code varchar(20) not null primary key,
    name_zh varchar(60) not null,
    name_en varchar(60) not null,
    is_default boolean not null,
    preference integer not null,
    free_of_difference boolean not null,
    is_active boolean not null,
    version integer not null
);

-- Whom the department knows by its rules (SHP-2). What they take, and where they go, it has to be told.
insert into courier (code, name_zh, name_en, is_default, preference, free_of_difference, is_active, version) values
    ('YTO', '圆通速递', 'YTO Express', true, 1, true, true, 0),
    ('ZTO', '中通快递', 'ZTO Express', true, 2, true, true, 0),
    ('YUNDA', '韵达快递', 'Yunda Express', false, 3, true, true, 0),
    ('SF', '顺丰速运', 'SF Express', false, 4, false, true, 0),
    ('EMS', '邮政EMS', 'EMS', false, 5, false, true, 0);

create sequence courier_rate_sequence start with 1 increment by 50;

-- A row of a city has the key of its name; the row of the whole province has an empty one, because null is equal to nothing.
create table courier_rate (
    id bigint not null primary key,
    courier varchar(20) not null references courier (code),
    province varchar(40) not null,
    city varchar(60),
    city_key varchar(100) not null,
    is_reached boolean not null,
    first_weight_grams integer,
    first_fee numeric(19, 4),
    step_grams integer,
    step_fee numeric(19, 4),
    days integer,
    coverage_source varchar(20) not null,
    coverage_as_of date,
    changed_by varchar(64) not null,
    changed_at timestamp with time zone not null,
    version integer not null,
    unique (courier, province, city_key)
);
create index idx_courier_rate_province on courier_rate (province);
