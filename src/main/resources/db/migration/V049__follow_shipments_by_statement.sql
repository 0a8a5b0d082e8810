-- What follows from a change of shipments, once a statement instead of once a row: a file of the post
-- moves thousands. Both sides of a join of the changed rows come by hash; what hangs on them by index.
drop trigger guard_state_move on shipment;
drop trigger note_news on shipment;
drop trigger end_inquiry on shipment;
drop function guard_state_move(), note_news(), end_inquiry();

create function guard_state_moves() returns trigger language plpgsql
set enable_nestloop = off set enable_mergejoin = off set enable_seqscan = off as $$
declare
  wrong record;
begin
  select a.shipment_id, b.state as from_state, a.state as to_state into wrong
  from after a join before b using (shipment_id)
  where a.state <> b.state and (b.state, a.state) not in (
    select from_state, to_state from state_move)
  limit 1;
  if found then
    raise exception 'shipment %: no move from % to %',
      wrong.shipment_id, wrong.from_state, wrong.to_state using errcode = 'check_violation';
  end if;
  return null;
end $$;

create function note_news() returns trigger language plpgsql
set enable_nestloop = off set enable_mergejoin = off set enable_seqscan = off as $$
begin
  insert into news (partner, hand_off_id, envelope_id, shipment_id, decision, state, item_code,
    occurred_at)
  select (select h.partner from hand_off h where h.hand_off_key = a.hand_off_key),
    (select h.hand_off_id from hand_off h where h.hand_off_key = a.hand_off_key),
    a.envelope_id, a.shipment_id, a.outcome, a.state, a.item_code, a.state_since
  from after a join before b using (shipment_id)
  where (b.outcome, b.state, b.item_code) is distinct from (a.outcome, a.state, a.item_code)
  order by a.shipment_id;
  return null;
end $$;

-- Whatever ends a shipment ends the asking, in the same transaction.
create function end_inquiries() returns trigger language plpgsql set enable_seqscan = off as $$
begin
  -- One after the other, as hints do: so that neither waits for the other in turn.
  delete from inquiry where shipment_id = any (array(
    select shipment_id from inquiry where shipment_id = any (array(
      select shipment_id from after where state in
        ('DELIVERED', 'RETURNED', 'LOST', 'CANCELLED', 'REFUSED', 'ORDER_REFUSED')))
    order by shipment_id for update));
  return null;
end $$;

-- By their names, in this order.
create trigger a_guard_state_moves after update on shipment
  referencing old table as before new table as after
  for each statement execute function guard_state_moves();
create trigger b_note_news after update on shipment
  referencing old table as before new table as after
  for each statement execute function note_news();
create trigger c_end_inquiries after update on shipment
  referencing new table as after for each statement execute function end_inquiries();

-- A row is rewritten some five times while its envelope travels, with room beside it in the page; no
-- index may rest on what is rewritten, or all of them are written anew each time.
alter table shipment set (fillfactor = 50);
drop index shipment_held;
create index shipment_held on shipment (handed_off_at) where outcome = 'HELD';
