-- In which language somebody wants to read. Who has no row reads what their browser asks for.
create table language_choice (
    person varchar(64) not null primary key,
    language varchar(2) not null,
    version integer not null
);
