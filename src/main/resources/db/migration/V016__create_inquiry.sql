-- An item the tracking API of the post is asked about, as long as it is under way. No entry of the
-- outbox: nobody is owed anything by it.
create table inquiry (
  shipment_id  text        primary key references shipment,
  item_code    text        not null,
  due_at       timestamptz not null,
  news_at      timestamptz not null,
  lease        uuid,
  leased_until timestamptz,
  asked_at     timestamptz,
  answered_at  timestamptz,
  silent       integer     not null default 0,
  failures     integer     not null default 0,
  unreadable   integer     not null default 0
);

create index inquiry_due on inquiry (due_at);
create index inquiry_lease on inquiry (lease) where lease is not null;

insert into inquiry (shipment_id, item_code, due_at, news_at)
select shipment_id, item_code, state_since, state_since from shipment
where network = 'KT1' and item_code is not null and state not in
  ('DELIVERED', 'RETURNED', 'LOST', 'CANCELLED', 'REFUSED', 'ORDER_REFUSED');

-- Whatever ends a shipment ends the asking, in the same transaction.
create function end_inquiry() returns trigger language plpgsql as $$
begin
  delete from inquiry where shipment_id = new.shipment_id;
  return null;
end $$;

create trigger end_inquiry after update of state on shipment for each row
  when (old.state is distinct from new.state and new.state in
    ('DELIVERED', 'RETURNED', 'LOST', 'CANCELLED', 'REFUSED', 'ORDER_REFUSED'))
  execute function end_inquiry();

grant select, insert, update, delete on inquiry to "${app}";
