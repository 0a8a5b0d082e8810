-- Append-only. Neither the application nor the owner changes a row by a statement.
create table evidence (
  seq     bigint      generated always as identity primary key,
  at      timestamptz not null,
  actor   text        not null,
  act     text        not null,
  subject text        not null,
  detail  text        not null,
  sha256  text        not null
);

create index evidence_by_time on evidence using brin (at) with (autosummarize = on);

create function refuse_change_of_evidence() returns trigger language plpgsql as $$
begin
  raise exception 'evidence is append-only' using errcode = 'insufficient_privilege';
end $$;

create trigger refuse_change_of_evidence before update or delete or truncate on evidence
  for each statement execute function refuse_change_of_evidence();

grant select, insert on evidence to "${app}";
