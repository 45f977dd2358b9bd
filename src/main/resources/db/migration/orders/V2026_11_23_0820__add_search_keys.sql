-- By what an order is found, in the form in which it is compared (SearchKey): whoever asks has a telephone number with or
-- without the code of the country, a name, the number on a parcel.
alter table shop_order add column name_key varchar(100);
alter table shop_order add column phone_key varchar(40);
alter table shipment add column tracking_key varchar(64);

update shop_order set name_key = nullif(regexp_replace(lower(customer_name), '[-\s·.,''()*_/&+]+', '', 'g'), '')
    where erased_at is null;
update shop_order set phone_key = nullif(regexp_replace(regexp_replace(regexp_replace(regexp_replace(phone,
        '^[^0-9+]*([+]|00)[^0-9]*86', ''), '[^0-9]+', '', 'g'), '^86(?=1[0-9]{10}$)', ''), '^0+', ''), '')
    where phone is not null;
update shipment set tracking_key = nullif(regexp_replace(upper(tracking_number), '[^0-9A-Z]+', '', 'g'), '');

create index idx_shop_order_phone on shop_order (phone_key);
create index idx_shipment_tracking on shipment (tracking_key);
