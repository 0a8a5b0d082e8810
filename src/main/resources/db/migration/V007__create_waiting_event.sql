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
  constraint waiting_event_once unique nulls not distinct
    (source, item_code, raw_code, occurred_at, location)
);

create index waiting_event_by_item on waiting_event (item_code);

grant select, insert, delete on waiting_event to "${app}";
