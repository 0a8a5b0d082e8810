-- A hand-off as it was accepted. The receipt is kept as given, since a repeat gets the first one. Here
-- and below a length beside a class of characters costs a quarter of a pattern that counts.
create table hand_off (
  hand_off_key    bigint generated always as identity primary key,
  partner         text        not null,
  hand_off_id     text        not null check (
    length(hand_off_id) between 1 and 64 and hand_off_id !~ '[^A-Za-z0-9._-]'),
  sender_code     text        not null,
  sender_province text        not null,
  handed_off_at   timestamptz not null,
  received_at     timestamptz not null,
  -- The id under which it came in: in the sender's answer and in each log line of it, and again when
  -- its orders are written, sent and answered. We make it ourselves; none is taken from a sender.
  correlation_id  text        check (
    length(correlation_id) = 36 and correlation_id !~ '[^0-9a-f-]'),
  content_sha256  text        not null,
  -- Of the digests in evidence, where it never stands: without it nobody finds a degree by trying.
  salt            text        not null default replace(gen_random_uuid()::text, '-', '')
    check (length(salt) = 32 and salt !~ '[^0-9a-f]'),
  receipt         jsonb       not null,
  -- It came as a file that only its rest showed to be whole. If the upload had paused, the whole file
  -- begins with what is here, and goes on: the rest is added, and receipt and digest are those of all.
  may_go_on       boolean     not null default false,
  -- By the id first: whoever reads across partners looks a hand-off up by its id alone.
  unique (hand_off_id, partner)
);

-- For the figures of a day and the last hand-off of a partner; rows come in the order of time.
create index hand_off_by_receipt on hand_off using brin (received_at)
  with (autosummarize = on);
create index hand_off_by_partner on hand_off (partner, received_at);

grant select, insert, update (content_sha256, receipt, may_go_on) on hand_off to "${app}";

-- What every rule said of a decision, and under which version of rules and directory. Few differ, so
-- equal ones are one row. SECURITY: degree data, like the reasons of a shipment.
create table ruling (
  ruling_sha256     text  primary key check (ruling_sha256 ~ '^[0-9a-f]{64}$'),
  policy_version    text  not null,
  directory_version text  not null,
  verdicts          jsonb not null
);

grant select, insert on ruling to "${app}";

-- An envelope the gateway has taken responsibility for: what stands outside it, and nothing else.
create table shipment (
  shipment_id         text        primary key check (
    length(shipment_id) between 1 and 16 and shipment_id !~ '[^A-Z0-9-]'),
  hand_off_key        bigint      not null,
  position            integer     not null,
  envelope_id         text        not null,
  sender_code         text        not null,
  sender_name         text        not null,
  sender_address      text,
  sender_province     text        not null,
  recipient_code      text,
  recipient_name      text,
  recipient_address   text,
  addressee           text,
  secrecy             text        not null check (
    secrecy in ('NONE', 'CONFIDENTIAL', 'SECRET', 'TOP_SECRET', 'UNSPECIFIED')),
  urgency             text        not null,
  deliver_at          timestamptz,
  weight_grams        integer     check (weight_grams between 1 and 50000),
  pieces              integer     not null check (pieces between 1 and 999),
  entered_in_register boolean,
  personal_only       boolean     not null,
  wish                text,
  -- An operator's, for a held shipment; the sender's own wish stays what it was.
  chosen_network      text        check (chosen_network in ('KT1', 'PUBLIC_POST', 'HAND', 'CIPHER')),
  outcome             text        not null check (outcome in ('ROUTED', 'HELD', 'REFUSED')),
  network             text        check (network in ('KT1', 'PUBLIC_POST', 'HAND', 'CIPHER')),
  service             text,
  reasons             jsonb       not null,
  warnings            jsonb       not null,
  ruling              text,
  state               text        not null,
  state_since         timestamptz not null,
  handed_off_at       timestamptz not null,
  item_code_raw       text,
  item_code           text,
  item_code_valid     boolean,
  unique (hand_off_key, envelope_id),
  -- SECURITY: the law once more, whatever the policy said (QĐ 32/2025/QĐ-TTg).
  constraint classified_never_on_public_post check (
    network is null or secrecy = 'NONE' or network <> 'PUBLIC_POST'),
  constraint unspecified_never_travels check (secrecy <> 'UNSPECIFIED' or network is null),
  constraint routed_has_a_network check ((outcome = 'ROUTED') = (network is not null)),
  constraint kt1_has_a_service check ((network is not distinct from 'KT1') = (service is not null))
)
-- A row is rewritten some five times while its envelope travels, with room beside it in the page; no
-- index may rest on what is rewritten, or all of them are written anew each time.
with (fillfactor = 50);

create index shipment_by_province on shipment (sender_province, handed_off_at desc, shipment_id desc);
create index shipment_by_sender on shipment (sender_code, handed_off_at desc);
create index shipment_by_recipient on shipment (recipient_code, handed_off_at desc);
create index shipment_by_envelope on shipment (envelope_id);
create index shipment_by_item on shipment (item_code) where item_code is not null;

-- SECURITY: what was decided cannot be rewritten; only what happens to it moves. What an answer to a
-- held shipment may rewrite stands with the answers.
grant select, insert,
  update (state, state_since, item_code_raw, item_code, item_code_valid) on shipment to "${app}";

-- What the sender has said stays said. After the CHECKs, whose word is the first.
create function guard_identity() returns trigger language plpgsql as $$
begin
  raise exception 'shipment %: it is what was handed over', old.shipment_id
    using errcode = 'check_violation';
end $$;

create trigger guard_identity after update on shipment
  for each row when (
    (old.shipment_id, old.hand_off_key, old.position, old.envelope_id, old.sender_code,
     old.sender_name, old.sender_address, old.sender_province, old.urgency, old.deliver_at,
     old.weight_grams, old.pieces, old.personal_only, old.wish, old.handed_off_at)
    is distinct from
    (new.shipment_id, new.hand_off_key, new.position, new.envelope_id, new.sender_code,
     new.sender_name, new.sender_address, new.sender_province, new.urgency, new.deliver_at,
     new.weight_grams, new.pieces, new.personal_only, new.wish, new.handed_off_at))
  execute function guard_identity();

-- What foreign keys would ask for, once a statement instead of once a row. Rulings.java knows the words about a ruling. Each question is written such that it goes by the index also when its plan was made of an
-- empty table.
create function guard_shipments() returns trigger language plpgsql
set enable_seqscan = off set jit = off set plan_cache_mode = force_generic_plan as $$
begin
  if exists (select from (select distinct hand_off_key from fresh offset 0) f
      where (select true from hand_off h where h.hand_off_key = f.hand_off_key) is null) then
    raise exception 'a shipment of no hand-off' using errcode = 'foreign_key_violation';
  end if;
  if exists (select from (
        select distinct ruling from fresh where ruling is not null offset 0) f
      where (select true from ruling r where r.ruling_sha256 = f.ruling) is null) then
    raise exception 'a shipment with an unknown ruling' using errcode = 'foreign_key_violation';
  end if;
  return null;
end $$;

create trigger guard_shipments after insert on shipment
  referencing new table as fresh for each statement execute function guard_shipments();

create function guard_gone_hand_offs() returns trigger language plpgsql as $$
begin
  if exists (select from gone join shipment using (hand_off_key)) then
    raise exception 'a hand-off with shipments' using errcode = 'foreign_key_violation';
  end if;
  return null;
end $$;

create trigger guard_gone_hand_offs after delete on hand_off
  referencing old table as gone for each statement execute function guard_gone_hand_offs();

create function guard_gone_rulings() returns trigger language plpgsql as $$
begin
  if exists (select from gone join shipment on ruling = ruling_sha256) then
    raise exception 'a ruling with shipments' using errcode = 'foreign_key_violation';
  end if;
  return null;
end $$;

create trigger guard_gone_rulings after delete on ruling
  referencing old table as gone for each statement execute function guard_gone_rulings();

create function guard_ruling() returns trigger language plpgsql as $$
begin
  if new.ruling is not null
      and not exists (select from ruling where ruling_sha256 = new.ruling) then
    raise exception 'a shipment with an unknown ruling' using errcode = 'foreign_key_violation';
  end if;
  return null;
end $$;

create trigger guard_ruling after update of ruling on shipment
  for each row when (old.ruling is distinct from new.ruling) execute function guard_ruling();

-- A state may change only as state_move allows. What follows from a change of shipments is done once a
-- statement, not once a row: a file of the post moves thousands. Both sides of a join of the changed
-- rows come by hash; what hangs on them by index. Such triggers have a letter in front, for their
-- order: a here, b in news, c in tracking. A plan that is forced looks dear to PostgreSQL, which would
-- compile it anew for each statement: 0.3 s for nothing. So jit is off wherever plans are forced.
create function guard_state_moves() returns trigger language plpgsql
set enable_nestloop = off set enable_mergejoin = off set enable_seqscan = off set jit = off as $$
declare
  wrong record;
begin
  select a.shipment_id, b.state as from_state, a.state as to_state into wrong
  from after a join before b using (shipment_id)
  where a.state <> b.state and (b.state, a.state) not in (
    select from_state, to_state from state_move)
  limit 1;
  if not found then
    return null;
  end if;
  -- Only a correction made in this very transaction leads anywhere else, and its own shipment only.
  select a.shipment_id, b.state as from_state, a.state as to_state into wrong
  from after a join before b using (shipment_id)
  where a.state <> b.state and (b.state, a.state) not in (
      select from_state, to_state from state_move)
    and not exists (select from correction c where c.shipment_id = a.shipment_id
      and c.transaction_id = pg_current_xact_id())
  limit 1;
  if found then
    raise exception 'shipment %: no move from % to %',
      wrong.shipment_id, wrong.from_state, wrong.to_state using errcode = 'check_violation';
  end if;
  return null;
end $$;

create trigger a_guard_state_moves after update on shipment
  referencing old table as before new table as after
  for each statement execute function guard_state_moves();

-- What happened to a shipment. An event is the same when source, item, code, time and place are: its id
-- is made of them.
create table event (
  event_id     uuid        not null,
  shipment_id  text        not null,
  source       text        not null,
  item_code    text,
  raw_code     text        not null,
  raw_text     text,
  meaning      text,
  state        text,
  location     text,
  occurred_at  timestamptz not null,
  recorded_at  timestamptz not null,
  recorded_no  bigint      generated always as identity,
  -- Of some news only the day is told. Its time is then the start of the day, which is part of what
  -- makes an event the same whatever its code means; where the code ends a shipment, it counts as of
  -- the day's end, also when somebody maps the code later.
  day_only     boolean     not null default false,
  -- By which way it came. No part of what makes it the same: the first to bring it is told.
  channel      text        check (channel in ('FILE', 'API', 'PERSON')),
  corrected_by uuid,
  primary key (shipment_id, event_id)
);

create index event_unmapped on event (source, raw_code) where meaning is null;
create index event_by_record on event using brin (recorded_at) with (autosummarize = on);

grant select, insert, update (meaning, state, corrected_by) on event to "${app}";

-- One narrow index for what makes an event the same, and the same news has the same id by whichever
-- channel it comes (docs/adr/0020). Told by fields with a separator no text of ours holds; version 8 of
-- RFC 9562. EventId in Java is its twin.
create function event_id(shipment text, source text, item text, code text, at timestamptz,
  location text) returns uuid language sql immutable parallel safe as $$
  select encode(set_byte(set_byte(b, 6, (get_byte(b, 6) & 15) | 128),
    8, (get_byte(b, 8) & 63) | 128), 'hex')::uuid
  from substr(sha256(convert_to(concat_ws(chr(31), shipment, source, coalesce(item, chr(30)), code,
    (extract(epoch from at) * 1000000)::bigint, coalesce(location, chr(30))), 'UTF8')), 1, 16) b
$$;

-- What foreign keys would ask for, once a statement instead of once a row: files of the post bring a
-- hundred thousand. An event leads to the state its code means, and to no other. Plans are kept from
-- the first call, when a table may be empty: so each is written such that it can only go by the index.
create function guard_events() returns trigger language plpgsql
set enable_seqscan = off set jit = off set plan_cache_mode = force_generic_plan as $$
declare
  told text[] := array(select distinct shipment_id from fresh);
begin
  -- As one array the ids go through the index once, not each from its root.
  if (select count(*) from shipment where shipment_id = any (told)) <> cardinality(told) then
    raise exception 'an event of no shipment' using errcode = 'foreign_key_violation';
  end if;
  if exists (select from (
        select distinct source, raw_code, state from fresh where state is not null offset 0) f
      where (select true from status_code c
        where c.source = f.source and c.code = f.raw_code and c.state = f.state) is null) then
    raise exception 'an event that leads where its code does not'
      using errcode = 'foreign_key_violation';
  end if;
  if exists (select from (
        select shipment_id, corrected_by from fresh where corrected_by is not null offset 0) f
      where (select true from event e
        where e.shipment_id = f.shipment_id and e.event_id = f.corrected_by) is null) then
    raise exception 'an event corrected by none' using errcode = 'foreign_key_violation';
  end if;
  return null;
end $$;

create trigger guard_events after insert on event
  referencing new table as fresh for each statement execute function guard_events();
create trigger guard_mapped_events after update on event
  referencing new table as fresh for each statement execute function guard_events();

-- An event that an operator has withdrawn: it stays in the timeline and counts no more. Who and why is
-- evidence. By its transaction the guard of states knows which move follows from it.
create table correction (
  correction_id  uuid        primary key,
  shipment_id    text        not null,
  event_id       uuid        not null,
  corrected_at   timestamptz not null,
  transaction_id xid8        not null default pg_current_xact_id(),
  unique (shipment_id, event_id),
  foreign key (shipment_id, event_id) references event,
  foreign key (shipment_id, correction_id) references event (shipment_id, event_id)
);

grant select, insert (correction_id, shipment_id, event_id, corrected_at) on correction to "${app}";

-- News of items nobody has told us of yet: applied when the item appears.
create table waiting_event (
  waiting_no  bigint      generated always as identity primary key,
  item_code   text        not null,
  item_raw    text        not null,
  source      text        not null,
  raw_code    text        not null,
  raw_text    text,
  location    text,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null,
  day_only    boolean     not null default false,
  constraint waiting_event_once unique nulls not distinct
    (source, item_code, raw_code, occurred_at, location)
);

create index waiting_event_by_item on waiting_event (item_code);

grant select, insert, delete on waiting_event to "${app}";
