-- What an administrator wants of a route, so that a restart does not undo it. No row: it runs.
create table route_wish (
  route_id   text        primary key,
  wish       text        not null check (wish in ('STARTED', 'STOPPED', 'SUSPENDED')),
  changed_by text        not null,
  changed_at timestamptz not null
);

grant select, insert, update, delete on route_wish to "${app}";
