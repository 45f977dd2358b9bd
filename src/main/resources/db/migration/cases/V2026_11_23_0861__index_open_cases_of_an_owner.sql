-- The open cases of whoever answers for them, oldest first, without those that they closed in all the years before.
create index idx_case_file_owner_open on case_file (owner, status, opened_at, case_number);
