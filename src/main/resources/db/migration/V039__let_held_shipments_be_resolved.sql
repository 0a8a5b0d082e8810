-- The network an operator has chosen for a held shipment; the sender's own wish stays what it was.
alter table shipment
  add column chosen_network text check (chosen_network in ('KT1', 'PUBLIC_POST', 'HAND', 'CIPHER'));

create index shipment_held on shipment (state_since) where state = 'HELD';

grant update (secrecy, entered_in_register, recipient_code, recipient_name, recipient_address,
  addressee, chosen_network, outcome, network, service, reasons, warnings, ruling) on shipment to "${app}";

-- SECURITY: what was decided is only rewritten while it is held, and by an answer that is kept; what
-- the sender has said stays said. After the CHECKs, whose word is the first.
create function guard_decision() returns trigger language plpgsql as $$
begin
  if old.state <> 'HELD' or old.outcome <> 'HELD' then
    raise exception 'shipment %: decided, and not held', old.shipment_id
      using errcode = 'check_violation';
  end if;
  if new.secrecy <> old.secrecy and old.secrecy <> 'UNSPECIFIED'
      or new.entered_in_register is distinct from old.entered_in_register
        and old.entered_in_register is not null then
    raise exception 'shipment %: what was stated is not stated anew', old.shipment_id
      using errcode = 'check_violation';
  end if;
  if new.outcome <> old.outcome
      and new.state <> (case new.outcome when 'ROUTED' then 'REGISTERED' else new.outcome end) then
    raise exception 'shipment %: decision and state do not fit', old.shipment_id
      using errcode = 'check_violation';
  end if;
  if not exists (select from resolution r where r.shipment_id = new.shipment_id
      and r.outcome_after = new.outcome and r.network_after is not distinct from new.network) then
    raise exception 'shipment %: nobody has answered that', old.shipment_id
      using errcode = 'check_violation';
  end if;
  return null;
end $$;

create trigger guard_decision after update on shipment
  for each row when (
    (old.secrecy, old.entered_in_register, old.recipient_code, old.recipient_name,
     old.recipient_address, old.addressee, old.chosen_network, old.outcome, old.network,
     old.service, old.reasons, old.warnings, old.ruling) is distinct from
    (new.secrecy, new.entered_in_register, new.recipient_code, new.recipient_name,
     new.recipient_address, new.addressee, new.chosen_network, new.outcome, new.network,
     new.service, new.reasons, new.warnings, new.ruling))
  execute function guard_decision();

create function guard_identity() returns trigger language plpgsql as $$
begin
  raise exception 'shipment %: it is what was handed over', old.shipment_id
    using errcode = 'check_violation';
end $$;

create trigger guard_identity after update on shipment
  for each row when (
    (old.shipment_id, old.hand_off_key, old.position, old.envelope_id, old.sender_code,
     old.sender_name, old.sender_address, old.sender_province, old.urgency, old.deliver_at,
     old.weight_grams, old.pieces, old.personal_only, old.wish, old.handed_off_at)
    is distinct from
    (new.shipment_id, new.hand_off_key, new.position, new.envelope_id, new.sender_code,
     new.sender_name, new.sender_address, new.sender_province, new.urgency, new.deliver_at,
     new.weight_grams, new.pieces, new.personal_only, new.wish, new.handed_off_at))
  execute function guard_identity();

-- Held becomes registered by a decision, and by nothing else.
create function guard_registered() returns trigger language plpgsql as $$
begin
  if new.outcome <> (case new.state when 'REGISTERED' then 'ROUTED' else 'REFUSED' end) then
    raise exception 'shipment %: decision and state do not fit', old.shipment_id
      using errcode = 'check_violation';
  end if;
  return null;
end $$;

create trigger guard_registered after update of state on shipment
  for each row when (old.state = 'HELD' and new.state in ('REGISTERED', 'REFUSED'))
  execute function guard_registered();

-- Whatever ends the waiting, a proposal ends with it.
create function end_proposal() returns trigger language plpgsql as $$
begin
  delete from resolution_proposal where shipment_id = new.shipment_id;
  return null;
end $$;

create trigger end_proposal after update of state on shipment
  for each row when (old.state = 'HELD' and new.state <> 'HELD')
  execute function end_proposal();
