-- Several parcels of a case may be out at once, and each comes home once
alter table parcel_case add column came_home boolean default false not null;
alter table parcel_case_shipment add column came_home boolean default false not null;
update parcel_case set came_home = true where here or stored or home_case is not null;
