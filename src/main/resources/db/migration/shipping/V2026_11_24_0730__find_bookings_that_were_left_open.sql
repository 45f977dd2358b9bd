-- Bookings whose step is gone before it could end them are looked for every moment.
create index idx_courier_booking_open on courier_booking (status, asked_at);
