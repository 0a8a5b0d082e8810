-- What the gateway still owes the world outside: written with its cause, done at least once. `since`
-- says how long it is owed: due_at moves with each postponement.
create table outbox (
  outbox_no    bigint      generated always as identity primary key,
  topic        text        not null,
  key          text        not null,
  province     text        not null,
  since        timestamptz not null,
  due_at       timestamptz not null,
  lease        uuid,
  leased_until timestamptz,
  attempts     integer     not null default 0,
  unique (topic, key)
);

create index outbox_due on outbox (topic, due_at);

grant select, insert, update, delete on outbox to "${app}";

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
