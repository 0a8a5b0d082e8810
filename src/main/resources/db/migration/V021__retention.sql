-- Texts about persons go after some years; what is counted and proven stays. How far the shipments were
-- looked through, by their hand-offs; and those among them from which nothing was erased yet, because
-- their way has not ended, or not long enough ago.
create table retention (
  only_one     boolean primary key default true check (only_one),
  hand_off_key bigint  not null,
  envelope_id  text    not null
);

create table retention_wait (
  shipment_id text primary key
);

grant select, insert, update (hand_off_key, envelope_id) on retention to "${app}";
grant select, insert, delete on retention_wait to "${app}";

-- As ShipmentState.end: a test holds both against each other.
create function has_ended(state text) returns boolean language sql immutable parallel safe as $$
  select state in ('DELIVERED', 'RETURNED', 'LOST', 'CANCELLED', 'REFUSED', 'ORDER_REFUSED')
$$;

-- SECURITY: the one change of a decided shipment that nobody has to answer for (guard_decision): its way
-- has ended, and the addressee goes; where no unit is named, name and address of the recipient go too.
create function is_erasure(was shipment, now_is shipment) returns boolean language sql immutable as $$
  select has_ended(was.state) and now_is.state = was.state and now_is.addressee is null
    and (now_is.recipient_name, now_is.recipient_address) is not distinct from
      (case when was.recipient_code is not null then was.recipient_name end,
       case when was.recipient_code is not null then was.recipient_address end)
    and (now_is.secrecy, now_is.entered_in_register, now_is.recipient_code, now_is.chosen_network,
        now_is.outcome, now_is.network, now_is.service, now_is.reasons, now_is.warnings, now_is.ruling)
      is not distinct from
      (was.secrecy, was.entered_in_register, was.recipient_code, was.chosen_network,
        was.outcome, was.network, was.service, was.reasons, was.warnings, was.ruling)
$$;

-- SECURITY: texts of the post, and an answer's recipient, can only go, and only when the way has ended.
create function guard_erasure() returns trigger language plpgsql as $$
declare
  erased boolean := case tg_table_name
    when 'event' then to_jsonb(new) ->> 'raw_text' is null
    when 'waiting_event' then to_jsonb(new) ->> 'raw_text' is null
    when 'post_answer' then to_jsonb(new) ->> 'reason' is null
    else to_jsonb(new) -> 'answer' = without_person(to_jsonb(old) -> 'answer') end;
begin
  if not erased or exists (select from shipment s where not has_ended(s.state) and s.shipment_id =
      case tg_table_name
        when 'post_answer' then (select o.shipment_id from post_order o
          where o.order_id = to_jsonb(new) ->> 'order_id')
        else to_jsonb(new) ->> 'shipment_id' end) then
    raise exception '%: a text can only be erased, and only after the end', tg_table_name
      using errcode = 'check_violation';
  end if;
  return null;
end $$;

create function without_person(answer jsonb) returns jsonb language sql immutable as $$
  select case
    when answer -> 'recipient' ->> 'code' is not null then answer #- '{recipient,addressee}'
    when jsonb_typeof(answer -> 'recipient') = 'object' then answer - 'recipient'
    else answer end
$$;

grant update (raw_text) on event to "${app}";
grant update (raw_text) on waiting_event to "${app}";
grant update (reason) on post_answer to "${app}";
grant update (answer) on resolution to "${app}";

create trigger guard_erasure after update on event
  for each row when (old.raw_text is distinct from new.raw_text) execute function guard_erasure();
create trigger guard_erasure after update on waiting_event
  for each row when (old.raw_text is distinct from new.raw_text) execute function guard_erasure();
create trigger guard_erasure after update on post_answer
  for each row when (old.reason is distinct from new.reason) execute function guard_erasure();
create trigger guard_erasure after update on resolution
  for each row when (old.answer is distinct from new.answer) execute function guard_erasure();

-- What there is still to erase, so small that each look may read it.
create index confirmation_noted on confirmation (recorded_at) where note is not null;
create index incident_noted on incident (raised_at) where note is not null or answer is not null;
create index transit_noted on transit (excluded_at) where excluded_note is not null;
create index waiting_event_noted on waiting_event (recorded_at) where raw_text is not null;
create index dispatch_kept on dispatch (owed_since)
  where content is not null and sent_at is not null and kind <> 'ORDER_FILE';
