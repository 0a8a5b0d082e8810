-- What report may read: the mails to a Department. A recipient is a role and an id.
create view v_report_notice as
  select occasion, split_part(recipient, ' ', 2) as recipient, owed_since, sent_at from dispatch
  where kind = 'REPORT' and split_part(recipient, ' ', 1) = 'DEPARTMENT';

grant select on v_report_notice to "${app}";
