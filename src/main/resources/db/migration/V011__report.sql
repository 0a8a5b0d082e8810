-- What is due by the calendar: a row, compared with the gateway's clock. One a period and recipient.
create table report_job (
  job          text        not null,
  period       text        not null,
  recipient    text        not null,
  due_at       timestamptz not null,
  planned_at   timestamptz not null,
  failed_at    timestamptz,
  done_at      timestamptz,
  primary key (job, period, recipient)
);

grant select, insert, update on report_job to "${app}";

-- Reports as they were made: a repeat mails these bytes.
create table report_version (
  province text        not null,
  year     integer     not null,
  version  integer     not null,
  kind     text        not null,
  as_of    timestamptz not null,
  report   jsonb       not null,
  workbook bytea       not null,
  sha256   text        not null,
  made_at  timestamptz not null,
  primary key (province, year, version)
);

-- SECURITY: what has been reported cannot be rewritten, by the owner of the tables neither.
create function refuse_change_of_report() returns trigger language plpgsql as $$
begin
  raise exception 'a report is kept as it was made' using errcode = 'insufficient_privilege';
end $$;

create trigger refuse_change_of_report before update or delete on report_version
  for each statement execute function refuse_change_of_report();

grant select, insert on report_version to "${app}";
