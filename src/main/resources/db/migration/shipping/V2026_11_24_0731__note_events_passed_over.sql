-- An event that counts for none of the parcels of its number is another courier's: it is not looked at each minute.
alter table parcel_event add column passed_over_at timestamp with time zone;
