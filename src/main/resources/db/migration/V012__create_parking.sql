-- What could not be done and waits for a person.
create table parking (
  parking_id  uuid        primary key,
  route       text        not null,
  reference   text        not null,
  cause       text        not null,
  next_step   text        not null,
  attempts    integer     not null,
  since       timestamptz not null,
  resolved_at timestamptz
);

create unique index parked_once on parking (route, reference) where resolved_at is null;

grant select, insert, update (attempts, cause, resolved_at) on parking to "${app}";
