-- News for the e-offices: what changed on a shipment after its receipt was given. No degree data.
create table news (
  news_no     bigint      generated always as identity primary key,
  partner     text        not null,
  hand_off_id text        not null,
  envelope_id text        not null,
  shipment_id text        not null,
  decision    text        not null,
  state       text        not null,
  item_code   text,
  occurred_at timestamptz not null,
  lease       uuid
);

create index news_by_partner on news (partner, news_no);
-- What nobody has claimed yet, which is all news when it is noted, stands in no index of claims.
create index news_by_lease on news (lease) where lease is not null;

-- Files of news, numbered without a gap per partner and day. Once a partner has one, its content goes.
create table news_file (
  partner text        not null,
  name    text        not null,
  on_day  date        not null,
  seq     integer     not null,
  content bytea,
  sha256  text        not null,
  kept_at timestamptz not null,
  sent_at timestamptz,
  primary key (partner, name),
  unique (partner, on_day, seq)
);

-- Looked at every two seconds for each partner: is there a file that has not arrived, and how old is
-- the last one. A file has its content until nobody is owed it any more.
create index news_file_owed on news_file (partner) where content is not null;
create index news_file_by_time on news_file (partner, kept_at);

-- One claim at a time for each partner.
create table news_claim (
  partner      text        primary key,
  lease        uuid,
  leased_until timestamptz
);

grant select, insert, update (lease), delete on news to "${app}";
grant select, insert, update (content, sent_at) on news_file to "${app}";
grant select, insert, update on news_claim to "${app}";

-- In one place, with the change itself: no writer of a shipment can forget it. One look at the hand-off
-- for each changed shipment.
create function note_news() returns trigger language plpgsql
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

create trigger b_note_news after update on shipment
  referencing old table as before new table as after
  for each statement execute function note_news();
