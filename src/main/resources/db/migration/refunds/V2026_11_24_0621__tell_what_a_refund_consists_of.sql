-- What the amount consists of beside the units; not known of refunds that were decided before.
alter table refund add column freight numeric(19, 4);
alter table refund add column surcharges numeric(19, 4);
alter table refund add column held_back numeric(19, 4);
