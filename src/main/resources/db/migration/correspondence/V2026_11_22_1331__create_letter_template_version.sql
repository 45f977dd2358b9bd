-- What supervisors made of the shipped texts, every version kept; one without a text goes back to the shipped one.
create table letter_template_version (
    id bigint not null primary key,
    template varchar(64) not null,
    language varchar(2) not null,
    number integer not null,
    subject varchar(200),
    body varchar(10000),
    edited_by varchar(64) not null,
    edited_at timestamp with time zone not null,
    constraint uq_letter_template_version unique (template, language, number)
);
create sequence letter_template_version_sequence start with 1 increment by 1;
