create index idx_shop_order_name on shop_order (name_key);
