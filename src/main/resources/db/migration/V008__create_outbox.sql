-- What the gateway still owes the world outside: written with its cause, done at least once.
create table outbox (
  outbox_no    bigint      generated always as identity primary key,
  topic        text        not null,
  key          text        not null,
  province     text        not null,
  due_at       timestamptz not null,
  lease        uuid,
  leased_until timestamptz,
  attempts     integer     not null default 0,
  unique (topic, key)
);

create index outbox_due on outbox (topic, due_at);

grant select, insert, update, delete on outbox to "${app}";
