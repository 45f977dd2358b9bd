-- Each condition of the search of cases, newest first, finds its rows without reading those of all the years.
create index idx_case_file_owner on case_file (owner, opened_at, case_number);
create index idx_case_file_status on case_file (status, opened_at, case_number);
create index idx_case_file_kind on case_file (kind, opened_at, case_number);
-- Whoever works on no kind of case finds those that they opened.
create index idx_case_file_opened_by on case_file (opened_by);
