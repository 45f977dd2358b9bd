-- Goods went to the corrected address already, and failed there too
alter table parcel_case add column new_address_tried boolean default false not null;
-- The refund of a surcharge was refused; a supervisor decides whether it is asked for again, or the shop keeps it
alter table parcel_case add column surcharge_refused boolean default false not null;
alter table parcel_case add column surcharge_kept boolean default false not null;
-- A reminder of one office day is noted once
alter table parcel_case add column next_reminder_at timestamp with time zone;
