-- Since when something is owed: due_at moves with each postponement, and says nothing about age.
alter table outbox add column since timestamptz;
update outbox set since = due_at;
alter table outbox alter column since set not null;
