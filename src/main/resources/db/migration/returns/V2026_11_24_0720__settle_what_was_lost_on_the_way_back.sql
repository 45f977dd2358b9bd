alter table return_case add column loss varchar(20);
alter table return_case add column waits_in_spite_of varchar(40);
