-- Lists of finished cases, newest first. H2 has no partial indexes.
create index kefu_idx_procinst_finished on ACT_HI_PROCINST (END_TIME_ desc);
