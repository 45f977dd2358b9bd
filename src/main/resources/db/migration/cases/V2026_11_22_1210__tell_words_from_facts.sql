-- What a person wrote goes when the customer is erased; what the house noted, such as an amount, stays.
alter table timeline_entry add column said boolean default true not null;

update timeline_entry set said = false
where what in ('OPENED', 'CLOSED', 'REFUND_DECIDED', 'REFUND_NOT_PAID', 'REFUND_PAID', 'REFUND_PAID_BY_HAND',
    'RETURN_APPROVED', 'WAY_BACK_ARRANGED', 'PARCEL_ARRIVED', 'GOODS_INSPECTED', 'GOODS_SENT_BACK');
