-- What is due by the calendar: a row, compared with the gateway's clock. One a job, period and province.
-- After `until_at` it is of no use any more.
create table report_job (
  job          text        not null,
  period       text        not null,
  province     text        not null,
  due_at       timestamptz not null,
  until_at     timestamptz,
  planned_at   timestamptz not null,
  failed_at    timestamptz,
  done_at      timestamptz,
  primary key (job, period, province)
);

grant select, insert, update on report_job to "${app}";

-- Reports as they were made, with the documents of each: what is mailed and fetched are these bytes.
-- `content` is the report as JSON, and holds the digests of the documents; `sha256` is its own.
create table report_version (
  province text        not null,
  year     integer     not null,
  version  integer     not null,
  kind     text        not null check (kind in ('TO_DEPARTMENT', 'COMPILED')),
  stage    text        not null check (stage in ('PRELIMINARY', 'FINAL')),
  as_of    timestamptz not null,
  content  bytea       not null,
  xlsx     bytea       not null,
  docx     bytea       not null,
  pdf      bytea       not null,
  sha256   text        not null,
  made_by  text        not null,
  made_at  timestamptz not null,
  primary key (province, year, version)
);

create table report_approval (
  province    text        not null,
  year        integer     not null,
  version     integer     not null,
  approved_by text        not null,
  approved_at timestamptz not null,
  primary key (province, year, version),
  foreign key (province, year, version) references report_version
);

create table report_sending (
  province text        not null,
  year     integer     not null,
  version  integer     not null,
  sent_by  text        not null,
  sent_at  timestamptz not null,
  primary key (province, year, version),
  foreign key (province, year, version) references report_version
);

-- SECURITY: what has been reported cannot be rewritten, by the owner of the tables neither.
create function refuse_change_of_report() returns trigger language plpgsql as $$
begin
  raise exception 'a report is kept as it was made' using errcode = 'insufficient_privilege';
end $$;

create trigger refuse_change_of_report before update or delete on report_version
  for each statement execute function refuse_change_of_report();
create trigger refuse_change_of_report before update or delete on report_approval
  for each statement execute function refuse_change_of_report();
create trigger refuse_change_of_report before update or delete on report_sending
  for each statement execute function refuse_change_of_report();

grant select, insert on report_version, report_approval, report_sending to "${app}";

-- What the post and each unit return to the Department: the reporter's lines with the gateway's numbers
-- of that moment beside them. The first good one of a reporter stands.
create table report_return (
  province text        not null,
  year     integer     not null,
  reporter text        not null,
  channel  text        not null check (channel in ('API', 'MAIL')),
  answers  jsonb       not null,
  filed_at timestamptz not null,
  primary key (province, year, reporter)
);

create trigger refuse_change_of_report before update or delete on report_return
  for each statement execute function refuse_change_of_report();

grant select, insert on report_return to "${app}";
