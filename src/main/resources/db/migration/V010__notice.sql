-- Mails owed and sent. Whom to tell is kept by id: addresses stand in the configuration.
create table notice (
  notice_id      uuid        primary key,
  kind           text        not null,
  occasion       text        not null,
  reference      text        not null,
  recipient_role text        not null,
  recipient      text        not null,
  body           text        not null,
  file_name      text,
  file_type      text,
  file_content   bytea,
  owed_since     timestamptz not null,
  sent_at        timestamptz,
  unique (kind, occasion, recipient_role, recipient)
);

grant select, insert, update (sent_at) on notice to "${app}";

-- What report may read.
create view v_report_notice as
  select occasion, recipient, owed_since, sent_at from notice
  where kind = 'REPORT' and recipient_role = 'DEPARTMENT';

grant select on v_report_notice to "${app}";
