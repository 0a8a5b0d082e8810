-- What every rule said of a decision, and under which version of rules and directory. Few differ, so
-- equal ones are one row. SECURITY: degree data, like the reasons of a shipment.
create table ruling (
  ruling_sha256     text  primary key check (ruling_sha256 ~ '^[0-9a-f]{64}$'),
  policy_version    text  not null,
  directory_version text  not null,
  verdicts          jsonb not null
);

grant select, insert on ruling to "${app}";

-- Null for what was decided before this was kept.
alter table shipment add column ruling text references ruling;
