-- What the configuration was at the last start, as digests: a start that finds another is evidence.
create table configuration_file (
  file   text        primary key,
  sha256 text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
  since  timestamptz not null
);

grant select, insert, update, delete on configuration_file to "${app}";
