-- Whose members decide on the money or the dearer article, whoever joins or leaves them meanwhile.
alter table stock_out_case add column asked_group varchar(64);
