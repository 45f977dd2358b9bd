create table letter (
    id varchar(36) not null primary key,
    case_number varchar(20) not null references case_file (case_number),
    customer_id varchar(64),
    template varchar(64) not null,
    language varchar(2) not null,
    recipient varchar(254),
    subject varchar(300) not null,
    body varchar(40000) not null,
    status varchar(12) not null,
    attempts integer not null,
    failure varchar(300),
    written_at timestamp with time zone not null,
    queued_at timestamp with time zone not null,
    due_at timestamp with time zone,
    sent_at timestamp with time zone,
    version integer not null
);
create index idx_letter_case on letter (case_number, written_at);
create index idx_letter_customer on letter (customer_id);
-- Only letters that wait have a time at which they are due: the sender looks at these, however many were sent.
create index idx_letter_due on letter (due_at);
create index idx_letter_status on letter (status, written_at);
