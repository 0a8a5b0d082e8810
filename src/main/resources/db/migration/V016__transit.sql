-- Transit times as they were read at a start, as price tables are. `superseded`: kept for comparison
-- only, no shipment is due by it.
create table transit_target (
  target     text        not null check (length(target) between 1 and 64 and target !~ '[^a-z0-9-]'),
  sha256     text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
  valid_from date        not null,
  valid_to   date,
  superseded boolean     not null,
  source     text        not null,
  verified   boolean     not null,
  content    jsonb       not null,
  seen_at    timestamptz not null,
  left_at    timestamptz,
  primary key (target, sha256)
);

grant select, insert, update (seen_at, left_at) on transit_target to "${app}";

-- When a shipment is due and when it first came to the door: from acceptance by the post to the first
-- delivery attempt (TT 16/2017/TT-BTTTT Đ.4(4), superseded). No `due_at`: nobody has promised a time.
-- SECURITY: degree data.
create table transit (
  shipment_id   text        primary key references shipment,
  accepted_at   timestamptz not null,
  due_at        timestamptz,
  target        text,
  target_sha256 text,
  attempted_at  timestamptz,
  -- Somebody has said why its time does not count.
  excluded      text        check (excluded in ('FORCE_MAJEURE', 'SPECIAL_AREA')),
  excluded_by   text,
  excluded_at   timestamptz,
  excluded_note text,
  computed_at   timestamptz not null,
  constraint excluded_by_somebody check ((excluded is null) = (excluded_by is null)
    and (excluded is null) = (excluded_at is null)),
  foreign key (target, target_sha256) references transit_target
);

create index transit_by_time on transit (accepted_at);
create index transit_open on transit (due_at) where attempted_at is null and due_at is not null;

grant select, insert, update, delete on transit to "${app}";
