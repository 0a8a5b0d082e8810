-- What happened to a shipment. An event is the same when source, item, code, time and place are.
create table event (
  event_id     uuid        primary key,
  shipment_id  text        not null references shipment,
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
  corrected_by uuid        references event,
  constraint event_once unique nulls not distinct
    (shipment_id, source, item_code, raw_code, occurred_at, location),
  -- An event leads to the state its code means, and to no other.
  foreign key (source, raw_code, state) references status_code (source, code, state)
);

create index event_unmapped on event (source, raw_code) where meaning is null;

grant select, insert, update (meaning, state, corrected_by) on event to "${app}";
