-- What ends or would end a shipment on its sender's wish. A receipt that refuses an order whose
-- cancellation was asked is the answer to that, so it is a code of a system of its own.
insert into status_code (source, code, meaning, state) values
  ('person', 'CANCELLED', 'CANCELLED', 'CANCELLED'),
  ('person', 'CANCELLATION_ASKED', 'CANCELLATION_ASKED', null),
  ('cancellation', 'REFUSED', 'CANCELLED', 'CANCELLED');
