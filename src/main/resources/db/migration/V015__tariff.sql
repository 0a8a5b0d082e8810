-- Price tables as they were read at a start: what a charge rests on can be read years later. A table is
-- named by its file; the last days are inclusive. One that is no longer read has `left_at`.
create table tariff (
  tariff     text        not null check (length(tariff) between 1 and 64 and tariff !~ '[^a-z0-9-]'),
  sha256     text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
  valid_from date        not null,
  valid_to   date,
  source     text        not null,
  verified   boolean     not null,
  content    jsonb       not null,
  seen_at    timestamptz not null,
  left_at    timestamptz,
  primary key (tariff, sha256)
);

grant select, insert, update (seen_at, left_at) on tariff to "${app}";

-- The Department of a province has approved a table: its units may be told.
create table tariff_approval (
  tariff      text        not null,
  sha256      text        not null,
  province    text        not null,
  approved_by text        not null,
  approved_at timestamptz not null,
  primary key (tariff, sha256, province),
  foreign key (tariff, sha256) references tariff
);

grant select, insert on tariff_approval to "${app}";

-- What a shipment costs, by the post's weight at its acceptance. Whole dong; `parts` are
-- [{"part": "BASE", "amount": 12500}, …] in their order. Without an amount it is said what is missing. SECURITY: degree data.
create table charge (
  shipment_id   text        primary key references shipment,
  accepted_at   timestamptz not null,
  weight_grams  integer,
  zone          text,
  tariff        text,
  tariff_sha256 text,
  parts         jsonb       not null,
  amount        numeric(15) check (amount >= 0),
  vat_percent   numeric(5, 2),
  vat           numeric(15) check (vat >= 0),
  missing       text[]      not null,
  computed_at   timestamptz not null,
  constraint charged_or_missing check (
    (amount is null) = (cardinality(missing) > 0) and (amount is null) = (vat is null)),
  foreign key (tariff, tariff_sha256) references tariff
);

create index charge_by_time on charge (accepted_at);

grant select, insert, update, delete on charge to "${app}";
