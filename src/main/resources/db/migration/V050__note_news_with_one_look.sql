-- One look at the hand-off for each changed shipment, not two; and what nobody has claimed yet, which
-- is all news when it is noted, stands in no index of claims.
drop index news_by_lease;
create index news_by_lease on news (lease) where lease is not null;

create or replace function note_news() returns trigger language plpgsql
set enable_nestloop = off set enable_mergejoin = off set enable_seqscan = off as $$
begin
  insert into news (partner, hand_off_id, envelope_id, shipment_id, decision, state, item_code,
    occurred_at)
  select h.partner, h.hand_off_id, a.envelope_id, a.shipment_id, a.outcome, a.state, a.item_code,
    a.state_since
  from after a join before b using (shipment_id), lateral (
    select partner, hand_off_id from hand_off
    where hand_off_key = a.hand_off_key limit 1) h -- limited: looked up by its key, never joined
  where (b.outcome, b.state, b.item_code) is distinct from (a.outcome, a.state, a.item_code)
  order by a.shipment_id;
  return null;
end $$;
