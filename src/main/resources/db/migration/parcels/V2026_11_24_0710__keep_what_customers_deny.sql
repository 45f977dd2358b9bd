-- The courier calls the parcel delivered, and whom it was meant for does not have it
alter table parcel_case add column delivery_denied boolean default false not null;
