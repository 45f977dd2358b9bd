-- Whose members decide on the exception, whoever joins or leaves them meanwhile.
alter table return_case add column exception_group varchar(64);
