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
create index news_by_lease on news (lease);

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

-- One claim at a time for each partner.
create table news_claim (
  partner      text        primary key,
  lease        uuid,
  leased_until timestamptz
);

grant select, insert, update (lease), delete on news to "${app}";
grant select, insert, update (content, sent_at) on news_file to "${app}";
grant select, insert, update on news_claim to "${app}";

-- In one place, with the change itself: no writer of a shipment can forget it.
create function note_news() returns trigger language plpgsql as $$
begin
  insert into news (partner, hand_off_id, envelope_id, shipment_id, decision, state, item_code,
    occurred_at)
  select h.partner, h.hand_off_id, new.envelope_id, new.shipment_id, new.outcome, new.state,
    new.item_code, new.state_since
  from hand_off h where h.hand_off_key = new.hand_off_key;
  return null;
end $$;

create trigger note_news after update on shipment
  for each row when (
    (old.outcome, old.state, old.item_code) is distinct from
    (new.outcome, new.state, new.item_code))
  execute function note_news();
