-- Work of our own that follows from something: written with its cause, done in one transaction with
-- its end. `since` says how long it waits: due_at moves with each failure. The work of a topic and
-- province (empty where there is none) is taken in the order of its numbers, which the key serves.
-- `hurries`: whoever waits for more work of its province does not wait beside this.
create table outbox (
  outbox_no bigint      generated always as identity,
  topic     text        not null,
  key       text        not null,
  province  text        not null,
  since     timestamptz not null,
  due_at    timestamptz not null,
  attempts  integer     not null default 0,
  hurries   boolean     not null default false,
  primary key (topic, province, outbox_no),
  unique (topic, key)
)
-- Each row is deleted soon, and whoever looks for the oldest walks past those deleted: they are cleared
-- away after 1,000, not after a fifth of a backlog, and without pauses.
with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000,
  autovacuum_vacuum_cost_delay = 0);

grant select, insert, update, delete on outbox to "${app}";

-- Twin of Urgency.hurries.
create function hurries(urgency text) returns boolean language sql immutable parallel safe as $$
  select urgency in ('EXPRESS', 'TIMED', 'EXPRESS_TIMED')
$$;

-- Numbers without a gap, by series and day of Vietnam. The number is taken in the transaction that
-- uses it.
create table number_series (
  series text    not null,
  on_day date    not null,
  last   integer not null,
  primary key (series, on_day)
);

grant select, insert, update on number_series to "${app}";

-- Everything that leaves the house: files for the post and for partners, mails. A row is written
-- before anybody is told, and the same name always has the same bytes. A row is open until it is sent
-- or given up; without due_at it waits for a person. A resend is another row.
create table dispatch (
  dispatch_id  uuid        primary key,
  kind         text        not null,
  recipient    text        not null,
  occasion     text        not null,
  name         text        not null,
  -- The shipment, hand-off or order it is about, as far as there is one.
  reference    text,
  content      bytea,
  sha256       text        not null,
  -- SECURITY: may be carried by a courier of the KT1 network and by no other.
  kt1_only     boolean     not null,
  owed_since   timestamptz not null,
  due_at       timestamptz,
  lease        uuid,
  leased_until timestamptz,
  attempts     integer     not null default 0,
  sent_at      timestamptz,
  given_up_at  timestamptz,
  unique (kind, occasion, recipient),
  constraint orders_by_kt1_only check (kt1_only or kind not in ('ORDER_FILE', 'CANCELLATION')),
  constraint sent_or_given_up check (sent_at is null or given_up_at is null),
  constraint due_while_open check (due_at is null or (sent_at is null and given_up_at is null)),
  constraint open_has_content check (due_at is null or content is not null)
)
-- What was sent stays, so a share of the whole grows with the history; but whoever claims walks past
-- what was due before.
with (autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_threshold = 1000);

-- What is due, and what is open for a recipient: both stay as small as what is open.
create index dispatch_due on dispatch (kind, due_at, owed_since) where due_at is not null;
create index dispatch_open on dispatch (kind, recipient) where sent_at is null and given_up_at is null;
create index dispatch_by_name on dispatch (name);
create index dispatch_by_time on dispatch (kind, owed_since);

grant select, insert,
  update (content, due_at, lease, leased_until, attempts, sent_at, given_up_at) on dispatch to "${app}";

-- SECURITY: bytes that were owed once never become others; they can only go.
create function guard_dispatch() returns trigger language plpgsql as $$
begin
  if new.content is not null then
    raise exception '% %: the same name has the same bytes', old.kind, old.dispatch_id
      using errcode = 'check_violation';
  end if;
  return new;
end $$;

create trigger guard_dispatch before update of content on dispatch
  for each row when (old.content is distinct from new.content) execute function guard_dispatch();

-- What could not be done and waits for a person; and how it ended, by whom and why.
create table parking (
  parking_id  uuid        primary key,
  route       text        not null,
  reference   text        not null,
  cause       text        not null,
  next_step   text        not null,
  attempts    integer     not null,
  since       timestamptz not null,
  resolved_at timestamptz,
  resolution  text        check (resolution in ('RETRIED', 'GIVEN_UP')),
  resolved_by text,
  reason      text        check (char_length(reason) between 1 and 200),
  constraint given_up_for_a_reason check (resolution <> 'GIVEN_UP' or reason is not null),
  constraint resolved_at_some_time check (resolution is null or resolved_at is not null)
);

create unique index parked_once on parking (route, reference) where resolved_at is null;

grant select, insert,
  update (attempts, cause, resolved_at, resolution, resolved_by, reason) on parking to "${app}";
