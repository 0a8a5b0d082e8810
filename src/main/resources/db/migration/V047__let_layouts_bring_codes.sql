-- A layout of status files (config/post) brings the codes of its own code system. What the gateway
-- knows itself has no layout, and is changed by migrations only.
alter table status_code add column layout text;

grant insert, update (meaning, state, layout) on status_code to "${app}";

create function guard_status_code() returns trigger language plpgsql as $$
begin
  if old.layout is null then
    raise exception 'code % of %: the gateway''s own', old.code, old.source
      using errcode = 'check_violation';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;

create trigger guard_status_code before update or delete on status_code
  for each row execute function guard_status_code();
