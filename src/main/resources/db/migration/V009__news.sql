-- News for the e-offices: what changed on a shipment after its receipt was given. No degree data.
create table news (
  news_no     bigint      generated always as identity,
  partner     text        not null,
  hand_off_id text        not null,
  envelope_id text        not null,
  shipment_id text        not null,
  decision    text        not null,
  state       text        not null,
  item_code   text,
  occurred_at timestamptz not null,
  primary key (partner, news_no)
)
-- Deleted when they stand in a file, as the work in `outbox`.
with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000,
  autovacuum_vacuum_cost_delay = 0);

grant select, insert, delete on news to "${app}";

-- In one place, with the change itself: no writer of a shipment can forget it. One look at the hand-off
-- for each changed shipment.
create function note_news() returns trigger language plpgsql
set enable_nestloop = off set enable_mergejoin = off set enable_seqscan = off set jit = off as $$
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

create trigger b_note_news after update on shipment
  referencing old table as before new table as after
  for each statement execute function note_news();
