-- What units and provinces were when decisions were made: a ruling names the version it rests on, and
-- here is what that version held. The digest is that of the canonical form of the content
-- (docs/data.md). No mail address is in it.
create table directory_version (
  sha256  text        primary key check (sha256 ~ '^[0-9a-f]{64}$'),
  content jsonb       not null,
  since   timestamptz not null
);

-- Which version has been in force from when on; the last row is. One may come back.
create table directory_change (
  seq    bigint      generated always as identity primary key,
  sha256 text        not null references directory_version,
  at     timestamptz not null
);

grant select, insert on directory_version, directory_change to "${app}";

-- What the configuration was at the last start, as digests: a start that finds another is evidence.
create table configuration_file (
  file   text        primary key,
  sha256 text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
  since  timestamptz not null
);

grant select, insert, update, delete on configuration_file to "${app}";
