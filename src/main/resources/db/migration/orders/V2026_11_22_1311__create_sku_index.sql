-- For what an article cost when it was last sold.
create index idx_shop_order_line_sku on shop_order_line (sku);
