-- A held shipment is answered (docs/how-to/answer-a-held-shipment.md). What was decided before stays
-- readable: one row for each answer that took effect. It holds degree data.
create table resolution (
  shipment_id     text        not null references shipment,
  number          integer     not null,
  answered_by     text        not null,
  role            text        not null,
  answer          jsonb       not null,
  answered_at     timestamptz not null,
  second_person   text,
  second_role     text,
  applied_at      timestamptz not null,
  outcome_before  text        not null,
  reasons_before  jsonb       not null,
  warnings_before jsonb       not null,
  ruling_before   text        references ruling,
  outcome_after   text        not null,
  network_after   text,
  service_after   text,
  reasons_after   jsonb       not null,
  warnings_after  jsonb       not null,
  ruling_after    text        references ruling,
  primary key (shipment_id, number),
  -- SECURITY: nobody alone opens a way that is not KT1 and not a person's hand.
  constraint two_persons check (
    network_after is null or network_after in ('KT1', 'HAND') or second_person is not null),
  constraint the_second_is_another check (second_person <> answered_by)
);

grant select, insert on resolution to "${app}";

-- An answer that waits for its second person; the last one counts.
create table resolution_proposal (
  shipment_id text        primary key references shipment,
  proposed_by text        not null,
  role        text        not null,
  answer      jsonb       not null,
  opens       text        not null check (opens in ('PUBLIC_POST', 'CIPHER')),
  proposed_at timestamptz not null
);

grant select, insert, update, delete on resolution_proposal to "${app}";

-- Where a list by state looks: not among all that was ever delivered. Coarser than the state, since an
-- index on that would be written at each move.
alter table shipment add column stage text generated always as (
  case
    when state = 'DELIVERED' then null
    when state in ('HELD', 'RETURNED', 'LOST', 'CANCELLED', 'REFUSED', 'ORDER_REFUSED') then state
    when state = 'REGISTERED' and network <> 'KT1' then 'OTHER_NETWORK'
    else 'UNDER_WAY'
  end) stored;

create index shipment_by_stage on shipment (stage, handed_off_at desc, shipment_id desc)
  where stage is not null;

-- SECURITY: what was decided is only rewritten while it is held, and by an answer that is kept. After
-- the CHECKs, whose word is the first.
grant update (secrecy, entered_in_register, recipient_code, recipient_name, recipient_address,
  addressee, chosen_network, outcome, network, service, reasons, warnings, ruling)
  on shipment to "${app}";

create function guard_decision() returns trigger language plpgsql as $$
begin
  if is_erasure(old, new) then
    return null; -- after years, and only what tells of a person (V021)
  end if;
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
