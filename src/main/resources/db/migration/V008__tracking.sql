-- An item the tracking API of the post is asked about, as long as it is under way. No entry of the
-- outbox: nobody is owed anything by it. `hinted_at`: a hint that it may have news, asked about sooner,
-- never believed; of a listed order only a digest of its status and its last change is kept, to notice
-- the next one.
create table inquiry (
  shipment_id  text        primary key references shipment,
  item_code    text        not null,
  due_at       timestamptz not null,
  news_at      timestamptz not null,
  lease        uuid,
  leased_until timestamptz,
  asked_at     timestamptz,
  answered_at  timestamptz,
  hinted_at    timestamptz,
  listed       text        check (listed ~ '^[0-9a-f]{64}$'),
  silent       integer     not null default 0,
  failures     integer     not null default 0,
  unreadable   integer     not null default 0
)
-- Each question rewrites a row and moves it in the index of due ones: what was due before is cleared
-- away early, or each look walks past it.
with (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 1000);

create index inquiry_due on inquiry (due_at);
create index inquiry_lease on inquiry (lease) where lease is not null;
create index inquiry_item_code on inquiry (item_code);

grant select, insert, update, delete on inquiry to "${app}";

-- Whatever ends a shipment ends the asking, in the same transaction.
create function end_inquiries() returns trigger language plpgsql
set enable_seqscan = off set jit = off as $$
begin
  -- One after the other, as hints do: so that neither waits for the other in turn.
  delete from inquiry where shipment_id = any (array(
    select shipment_id from inquiry where shipment_id = any (array(
      select shipment_id from after where state in
        ('DELIVERED', 'RETURNED', 'LOST', 'CANCELLED', 'REFUSED', 'ORDER_REFUSED')))
    order by shipment_id for update));
  return null;
end $$;

create trigger c_end_inquiries after update on shipment
  referencing new table as after for each statement execute function end_inquiries();

-- How far the changes were looked through: all before `swept_to`; and the page that is under way.
create table sweep (
  only_one     boolean     primary key default true check (only_one),
  swept_to     timestamptz not null,
  due_at       timestamptz not null,
  from_on      date,
  to_on        date,
  started_at   timestamptz,
  page         integer     not null default 0,
  page_digest  text,
  check ((from_on is null) = (to_on is null) and (from_on is null) = (started_at is null))
);

grant select, insert, update on sweep to "${app}";
