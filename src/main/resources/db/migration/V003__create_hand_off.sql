-- A hand-off as it was accepted. The receipt is kept as given, since a repeat gets the first one.
create table hand_off (
  hand_off_key    bigint generated always as identity primary key,
  partner         text        not null,
  hand_off_id     text        not null check (hand_off_id ~ '^[A-Za-z0-9._-]{1,64}$'),
  sender_code     text        not null,
  sender_province text        not null,
  handed_off_at   timestamptz not null,
  received_at     timestamptz not null,
  content_sha256  text        not null,
  receipt         jsonb       not null,
  unique (partner, hand_off_id)
);

-- Whoever reads across partners looks a hand-off up by its id alone.
create index hand_off_by_id on hand_off (hand_off_id);

grant select, insert on hand_off to "${app}";
