-- Goods went to the corrected address already, and failed there too
alter table undelivered_parcel add column new_address_tried boolean default false not null;
-- The refund of a surcharge was refused; a supervisor decides whether it is asked for again, or the shop keeps it
alter table undelivered_parcel add column surcharge_refused boolean default false not null;
alter table undelivered_parcel add column surcharge_kept boolean default false not null;
-- A reminder of one office day is noted once
alter table undelivered_parcel add column next_reminder_at timestamp with time zone;
