-- Lists of finished cases, newest first.
create index kefu_idx_procinst_finished on ACT_HI_PROCINST (END_TIME_ desc) where END_TIME_ is not null;
