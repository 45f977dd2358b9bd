-- Two parcels of one case may come home: their goods are inspected together, and all of them put away
alter table parcel_case add column parcels_here integer default 0 not null;
update parcel_case set parcels_here = 1 where here;

-- What was paid for a shipment that is not made goes back
alter table parcel_case add column surcharge_needless boolean default false not null;
