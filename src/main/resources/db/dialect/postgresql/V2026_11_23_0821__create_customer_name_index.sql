-- Compared sign by sign, whatever the database's collation: only so does it find what a name begins with.
create index idx_shop_order_name on shop_order (name_key varchar_pattern_ops);
