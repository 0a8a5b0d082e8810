-- For the figures of a day and the last hand-off of a partner; rows come in the order of time.
create index hand_off_by_receipt on hand_off using brin (received_at);
create index hand_off_by_partner on hand_off (partner, received_at);
create index event_by_record on event using brin (recorded_at);
