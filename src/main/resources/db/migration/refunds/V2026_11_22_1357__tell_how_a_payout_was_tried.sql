-- How often it was tried, what the service said that it paid instead, whether finance ended it by their word, and whether
-- the words about it went with the customer.
alter table payout add column tries integer default 0 not null;
alter table payout add column claim varchar(200);
alter table payout add column confirmed boolean default false not null;
alter table payout add column erased boolean default false not null;

update payout set tries = 1 where sent_at is not null;
