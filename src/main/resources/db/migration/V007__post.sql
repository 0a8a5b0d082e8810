-- Order files: what stood in which, and when the post had it. The number is of `number_series`, the
-- bytes are in `dispatch` until the post has answered all orders; the digest stays. `told_on` is the
-- day on which operators were last told that answers are missing.
create table order_file (
  name     text        primary key,
  province text        not null,
  on_day   date        not null,
  seq      integer     not null,
  sha256   text        not null,
  kept_at  timestamptz not null,
  sent_at  timestamptz,
  -- All its orders were answered: the bytes have gone.
  answered_at timestamptz,
  told_on  date,
  -- As that of a hand-off.
  salt     text        not null default replace(gen_random_uuid()::text, '-', '')
    check (salt ~ '^[0-9a-f]{32}$'),
  unique (province, on_day, seq)
);

create table post_order (
  order_id    text primary key,
  shipment_id text not null unique,
  file_name   text not null references order_file,
  answered_at timestamptz
);

-- SECURITY: the post is asked for KT1 shipments and for nothing else. Once a statement, since a file
-- brings hundreds; a network that was decided stays (guard_decision).
create function guard_orders() returns trigger language plpgsql
set enable_seqscan = off set jit = off set plan_cache_mode = force_generic_plan as $$
declare
  ordered text[] := array(select shipment_id from fresh);
begin
  if (select count(*) from shipment where shipment_id = any (ordered) and network = 'KT1')
      <> cardinality(ordered) then
    raise exception 'an order of what does not go by KT1' using errcode = 'foreign_key_violation';
  end if;
  return null;
end $$;

create trigger guard_orders after insert on post_order
  referencing new table as fresh for each statement execute function guard_orders();

create function guard_gone_shipments() returns trigger language plpgsql as $$
begin
  if exists (select from gone join post_order using (shipment_id)) then
    raise exception 'a shipment with an order' using errcode = 'foreign_key_violation';
  end if;
  return null;
end $$;

create trigger guard_gone_shipments after delete on shipment
  referencing old table as gone for each statement execute function guard_gone_shipments();

create function guard_order() returns trigger language plpgsql as $$
begin
  raise exception 'order %: it stays that of its shipment', old.order_id
    using errcode = 'check_violation';
end $$;

create trigger guard_order after update on post_order
  for each row when (old.shipment_id is distinct from new.shipment_id) execute function guard_order();

create index order_file_unanswered on order_file (sent_at) where answered_at is null;
create index order_file_unsent on order_file (kept_at, name) where sent_at is null;
create index order_file_newest on order_file (kept_at, name);
create index post_order_by_file on post_order (file_name);

grant select, insert, update (sent_at, answered_at, told_on) on order_file to "${app}";
grant select, insert, update (answered_at) on post_order to "${app}";

-- SECURITY: the bytes stay as long as the post may ask for them again. Another carriage has a copy.
create function guard_order_content() returns trigger language plpgsql as $$
begin
  if exists (select from post_order where file_name = old.name and answered_at is null) then
    raise exception 'order file %: kept until all its orders are answered', old.name
      using errcode = 'check_violation';
  end if;
  return new;
end $$;

create trigger guard_order_content before update of content on dispatch
  for each row when (old.kind = 'ORDER_FILE' and old.occasion = old.name
    and old.content is not null and new.content is null)
  execute function guard_order_content();

-- Files of the post that were taken, with what was answered; and its answers to orders.
create table post_file (
  kind     text        not null,
  name     text        not null,
  sha256   text        not null,
  taken_at timestamptz not null,
  result   jsonb,
  primary key (kind, name, sha256)
);

-- The first answer counts. One that says nothing new is not kept; `contradicts` is one with another result,
-- and the rest correct the item code. `file_reference` names the file that brought it, for the one mail
-- about it.
create table post_answer (
  answer_no   bigint      generated always as identity primary key,
  order_id    text        not null references post_order,
  result      text        not null check (result in ('ACCEPTED', 'REFUSED')),
  item_code   text,
  answered_at timestamptz,
  post_office text,
  weight_grams integer,
  reason      text,
  first       boolean     not null,
  contradicts boolean     not null,
  withdrawn   boolean     not null default false,
  file_reference text     not null,
  recorded_at timestamptz not null
);

create index post_answer_by_order on post_answer (order_id);

create unique index one_first_answer on post_answer (order_id) where first;
create index post_answer_contradicting on post_answer (file_reference) where contradicts;
create index post_answer_refused on post_answer (file_reference) where first and result = 'REFUSED';

grant select, insert, update (result) on post_file to "${app}";
grant select, insert, update (first, withdrawn) on post_answer to "${app}";

-- A cancellation asked of the post: only of what stands in an order file. Who asked is evidence. Its
-- file is made once the post has the order; until then it has no name.
create table cancellation (
  shipment_id text        primary key references post_order (shipment_id),
  asked_at    timestamptz not null,
  file_name   text        unique,
  sent_at     timestamptz
);

create index cancellation_owed on cancellation (asked_at) where file_name is null;

grant select, insert, update (sent_at, file_name) on cancellation to "${app}";
