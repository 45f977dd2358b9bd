create table start_up_lock (
    name varchar(40) not null primary key
);
insert into start_up_lock (name) values ('start-up');

-- Deployments that came with a version of Kefu; any other is a supervisor's work and is not overwritten.
create table shipped_deployment (
    deployment_id varchar(64) not null primary key,
    deployed_at timestamp with time zone not null
);
