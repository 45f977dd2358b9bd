-- What is claimed from the courier was found since
alter table parcel_case add column claim_goods_found boolean default false not null;
