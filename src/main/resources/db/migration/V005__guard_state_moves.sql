-- A state may change only as state_move allows.
create function guard_state_move() returns trigger language plpgsql as $$
begin
  if not exists (select from state_move where from_state = old.state and to_state = new.state) then
    raise exception 'shipment %: no move from % to %', old.shipment_id, old.state, new.state
      using errcode = 'check_violation';
  end if;
  return new;
end $$;

create trigger guard_state_move before update of state on shipment
  for each row when (old.state is distinct from new.state) execute function guard_state_move();
