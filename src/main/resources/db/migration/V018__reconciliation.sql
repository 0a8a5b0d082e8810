-- Each day once: all that was handed over, ordered, accepted, delivered and confirmed is held against
-- each other (Luật 117/2025/QH15 Đ.13(6): check and reconcile).
create table reconciliation (
  on_day  date        primary key,
  done_at timestamptz not null
);

grant select, insert on reconciliation to "${app}";

-- What does not fit together. One that is open stays one row however often it is seen; one that has gone
-- is resolved. No kind exists for classified shipments alone. `month`: found in the post's list of it.
create table difference (
  difference_id bigint      generated always as identity primary key,
  kind          text        not null check (kind in ('NOT_ORDERED', 'ORDER_UNANSWERED', 'NOT_DELIVERED',
    'DELIVERED_WITHOUT_ACCEPTANCE', 'NOT_CONFIRMED', 'CONFIRMED_NOT_DELIVERED', 'PROBLEM_FOUND',
    'CONFIRMED_AFTER_LOSS', 'ACCEPTED_BUT_CANCELLED', 'WEIGHT_DIFFERS', 'ITEM_CODE_TWICE',
    'ONLY_POST', 'ONLY_GATEWAY', 'ACCEPTED_AT_DIFFERS', 'DELIVERED_AT_DIFFERS', 'LISTED_WEIGHT_DIFFERS',
    'LISTED_TWICE', 'LISTED_SHIPMENT_DIFFERS')),
  shipment_id   text        references shipment,
  item_code     text,
  month         date        check (extract(day from month) = 1),
  province      text        not null,
  unit          text,
  since         timestamptz not null,
  first_seen_at timestamptz not null,
  resolved_at   timestamptz,
  told_at       timestamptz
);

create unique index difference_open on difference (kind, shipment_id, item_code, month, province)
  nulls not distinct where resolved_at is null;
create index difference_by_time on difference (first_seen_at desc, difference_id desc);
create index difference_untold on difference (province) where told_at is null;

grant select, insert, update (resolved_at, told_at) on difference to "${app}";

-- The post's own list of a month, row by row as given. A later list of that month and province replaces it.
-- A row that could not be read says only that its item stands in the list.
create table post_month (
  month    date        not null check (extract(day from month) = 1),
  province text        not null,
  row_no   integer     not null,
  item_code   text     not null,
  shipment_id text,
  accepted_at  timestamptz,
  delivered_at timestamptz,
  weight_grams integer,
  readable     boolean not null default true,
  primary key (month, province, row_no)
);

grant select, insert, delete on post_month to "${app}";
