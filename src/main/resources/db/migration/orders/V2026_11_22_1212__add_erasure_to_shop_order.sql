alter table shop_order add column erased_at timestamp with time zone;
