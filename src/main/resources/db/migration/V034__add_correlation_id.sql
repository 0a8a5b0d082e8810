-- The id under which a hand-off came in: in the sender's answer and in each log line of it, and again
-- when its orders are written, sent and answered. We make it ourselves; none is taken from a sender.
-- Hand-offs of earlier versions have none.
alter table hand_off add column correlation_id text check (correlation_id ~ '^[0-9a-f-]{36}$');
