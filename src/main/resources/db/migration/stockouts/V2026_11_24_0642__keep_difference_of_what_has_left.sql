alter table stock_out_case add column difference_due numeric(19, 4);
