-- What the shop tells, and what the customer asked the department for, which outweighs it.
alter table customer add column language varchar(2);
alter table customer add column language_asked varchar(2);
