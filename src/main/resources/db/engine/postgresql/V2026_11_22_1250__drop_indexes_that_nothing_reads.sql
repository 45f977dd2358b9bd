-- The engine keeps 9 to 15 indexes on each table of its history, and each row is written into all of them: more than half
-- of the write-ahead log of a case. Dropped are those that no statement on Kefu's ways reads: of tenants, cases in CMMN and
-- requirement graphs, which are not used here; with a few values only (keys of processes, kinds of operations); those
-- that another one begins with; and by root process, which only a removal time at the end of a process asks for.

drop index if exists ACT_IDX_HI_ACT_INST_TENANT_ID;
drop index if exists ACT_IDX_HI_ACT_INST_PROC_DEF_KEY;
drop index if exists ACT_IDX_HI_ACTINST_ROOT_PI;
drop index if exists ACT_IDX_HI_ACT_INST_COMP;
drop index if exists ACT_IDX_HI_ACT_INST_STATS;
drop index if exists ACT_IDX_HI_ACT_INST_END;
drop index if exists ACT_IDX_HI_ACT_INST_START_END;

drop index if exists ACT_IDX_HI_DETAIL_TENANT_ID;
drop index if exists ACT_IDX_HI_DETAIL_PROC_DEF_KEY;
drop index if exists ACT_IDX_HI_DETAIL_ROOT_PI;
drop index if exists ACT_IDX_HI_DETAIL_CASE_INST;
drop index if exists ACT_IDX_HI_DETAIL_CASE_EXEC;
drop index if exists ACT_IDX_HI_DETAIL_NAME;
drop index if exists ACT_IDX_HI_DETAIL_TIME;
drop index if exists ACT_IDX_HI_DETAIL_ACT_INST;
drop index if exists ACT_IDX_HI_DETAIL_BYTEAR;
drop index if exists ACT_IDX_HI_DETAIL_TASK_BYTEAR;

drop index if exists ACT_IDX_HI_VAR_INST_TENANT_ID;
drop index if exists ACT_IDX_HI_VAR_INST_PROC_DEF_KEY;
drop index if exists ACT_IDX_HI_VARINST_ROOT_PI;
drop index if exists ACT_IDX_HI_CASEVAR_CASE_INST;
drop index if exists ACT_IDX_HI_VARINST_ACT_INST_ID;
drop index if exists ACT_IDX_HI_VARINST_BYTEAR;
drop index if exists ACT_IDX_HI_VARINST_NAME;
drop index if exists ACT_IDX_HI_PROCVAR_PROC_INST;

drop index if exists ACT_IDX_HI_TASK_INST_TENANT_ID;
drop index if exists ACT_IDX_HI_TASK_INST_PROC_DEF_KEY;
drop index if exists ACT_IDX_HI_TASKINST_ROOT_PI;
drop index if exists ACT_IDX_HI_TASKINSTID_PROCINST;

drop index if exists ACT_IDX_HI_PRO_INST_TENANT_ID;
drop index if exists ACT_IDX_HI_PRO_INST_PROC_DEF_KEY;
drop index if exists ACT_IDX_HI_PRO_RST_PRO_INST_ID;
drop index if exists ACT_IDX_HI_PRO_INST_END;

drop index if exists ACT_IDX_HI_OP_LOG_PROCDEF;
drop index if exists ACT_IDX_HI_OP_LOG_ROOT_PI;
drop index if exists ACT_IDX_HI_OP_LOG_OP_TYPE;
drop index if exists ACT_IDX_HI_OP_LOG_ENTITY_TYPE;

drop index if exists ACT_IDX_HI_DEC_INST_TENANT_ID;
drop index if exists ACT_IDX_HI_DEC_INST_CI;
drop index if exists ACT_IDX_HI_DEC_INST_ACT;
drop index if exists ACT_IDX_HI_DEC_INST_ACT_INST;
drop index if exists ACT_IDX_HI_DEC_INST_REQ_ID;
drop index if exists ACT_IDX_HI_DEC_INST_REQ_KEY;
drop index if exists ACT_IDX_HI_DEC_INST_ROOT_PI;
drop index if exists ACT_IDX_HI_DEC_IN_CLAUSE;
drop index if exists ACT_IDX_HI_DEC_IN_ROOT_PI;
drop index if exists ACT_IDX_HI_DEC_OUT_RULE;
drop index if exists ACT_IDX_HI_DEC_OUT_ROOT_PI;

drop index if exists ACT_IDX_HI_JOB_LOG_TENANT_ID;
drop index if exists ACT_IDX_HI_JOB_LOG_PROC_DEF_KEY;
drop index if exists ACT_IDX_HI_JOB_LOG_ROOT_PI;
drop index if exists ACT_IDX_HI_JOB_LOG_JOB_CONF;

drop index if exists ACT_IDX_TASK_TENANT_ID;
drop index if exists ACT_IDX_TASK_CASE_EXEC;
drop index if exists ACT_IDX_TASK_CASE_DEF_ID;
drop index if exists ACT_IDX_TASK_LAST_UPDATED;
drop index if exists ACT_IDX_VARIABLE_TENANT_ID;
drop index if exists ACT_IDX_VARIABLE_TASK_ID;
drop index if exists ACT_IDX_VAR_CASE_EXE;
drop index if exists ACT_IDX_VAR_CASE_INST_ID;
drop index if exists ACT_IDX_EXEC_TENANT_ID;
drop index if exists ACT_IDX_EVENT_SUBSCR_TENANT_ID;
drop index if exists ACT_IDX_JOB_TENANT_ID;
drop index if exists ACT_IDX_JOB_HANDLER_TYPE;
drop index if exists ACT_IDX_IDENT_LNK_GROUP;
