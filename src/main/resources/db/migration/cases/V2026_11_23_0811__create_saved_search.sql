create sequence saved_search_sequence start with 1 increment by 50;

create table saved_search (
    id bigint not null primary key,
    person varchar(64) not null,
    name varchar(60) not null,
    query varchar(1000) not null,
    saved_at timestamp with time zone not null,
    version integer not null,
    unique (person, name)
);
