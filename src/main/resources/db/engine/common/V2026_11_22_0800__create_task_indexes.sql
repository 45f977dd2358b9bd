-- Each completion looks for sub-tasks; without this it reads the whole table.
create index kefu_idx_task_parent on ACT_RU_TASK (PARENT_TASK_ID_);
-- The task list of a group.
create index kefu_idx_identitylink_group on ACT_RU_IDENTITYLINK (GROUP_ID_, TYPE_, TASK_ID_);
