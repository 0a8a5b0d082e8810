-- How a parked piece of work ended, by whom and why.
alter table parking
  add column resolution  text check (resolution in ('RETRIED', 'GIVEN_UP')),
  add column resolved_by text,
  add column reason      text check (char_length(reason) between 1 and 200),
  add constraint given_up_for_a_reason check (resolution <> 'GIVEN_UP' or reason is not null),
  add constraint resolved_at_some_time check (resolution is null or resolved_at is not null);

grant update (resolution, resolved_by, reason) on parking to "${app}";
