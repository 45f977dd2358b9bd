-- The open tasks as they were when somebody last looked for new ones. What differs is news; a case writes nothing here.
create table task_watch (
    task_id varchar(64) not null primary key,
    assignee varchar(255),
    -- The due date that was found to have passed, in the engine's own type so that the two compare
    overdue_for timestamp
);

create table task_watch_state (
    name varchar(10) not null primary key,
    began boolean not null
);
insert into task_watch_state (name, began) values ('watch', false);
