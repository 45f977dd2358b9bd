-- The stock-out case of goods that were to go out in exchange; of several, the latest.
alter table return_case add column stock_out varchar(20);

-- What makes the collection that a courier's service has in its books one.
alter table return_case add column booking_key varchar(64);

-- Nobody collects the goods any more, though it was arranged.
alter table return_case add column called_off boolean default false not null;
