-- The number on a parcel in the form in which it is compared (SearchKey), also that of the parcel which the customer sent.
alter table return_case add column tracking_key varchar(64);
alter table return_case add column sent_tracking_key varchar(64);
alter table return_shipment add column tracking_key varchar(64);

update return_case set tracking_key = nullif(regexp_replace(upper(tracking_number), '[^0-9A-Z]+', '', 'g'), ''),
    sent_tracking_key = nullif(regexp_replace(upper(sent_tracking_number), '[^0-9A-Z]+', '', 'g'), '');
update return_shipment set tracking_key = nullif(regexp_replace(upper(tracking_number), '[^0-9A-Z]+', '', 'g'), '');

drop index idx_return_case_tracking;
create index idx_return_case_tracking on return_case (tracking_key);
create index idx_return_case_sent_tracking on return_case (sent_tracking_key);
create index idx_return_shipment_tracking on return_shipment (tracking_key);
