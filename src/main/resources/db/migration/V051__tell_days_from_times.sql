-- Of some news only the day is told. Its time is then the start of the day, which is part of what makes
-- an event the same whatever its code means; where the code ends a shipment, it counts as of the day's
-- end, also when somebody maps the code later.
alter table event add column day_only boolean not null default false;
alter table waiting_event add column day_only boolean not null default false;
