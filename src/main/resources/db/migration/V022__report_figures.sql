-- What the yearly report counts of each shipment, at a moment: late is also what has not come to the door
-- and was due by then. Months are those of Vietnam, wherever the session lives. SECURITY: degree data.
create function report_fact(as_of timestamptz)
returns table (
  shipment_id text, province text, handed_off_at timestamptz, month text, unit text, recipient text,
  secrecy text, urgency text, network text, service text, zone text, outcome text, state text,
  timing text, first_try boolean, confirmed text, said text, outside boolean,
  amount numeric, vat numeric, uncharged boolean)
language sql stable as $$
  select s.shipment_id, s.sender_province, s.handed_off_at,
    to_char(s.handed_off_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM'), s.sender_code,
    coalesce(s.recipient_code, ''), s.secrecy, s.urgency, coalesce(s.network, ''),
    coalesce(s.service, ''), coalesce(c.zone, ''), s.outcome, s.state,
    case
      when s.network is distinct from 'KT1' or s.state = 'CANCELLED'
        or t.shipment_id is null and c.shipment_id is null then ''
      when t.excluded is not null then 'EXCLUDED'
      when t.due_at is null then 'NO_TARGET'
      when coalesce(t.attempted_at, as_of) > t.due_at then 'LATE'
      when t.attempted_at is null then 'OPEN'
      else 'ON_TIME'
    end,
    coalesce(s.network, '') = 'KT1' and s.state = 'DELIVERED' and not exists (
      select from event e where e.shipment_id = s.shipment_id and e.state = 'DELIVERY_FAILED'
        and e.corrected_by is null),
    case
      when s.state <> 'DELIVERED' then ''
      when exists (select from confirmation k where k.shipment_id = s.shipment_id
        and k.result = 'PROBLEM') then 'PROBLEM'
      when exists (select from confirmation k where k.shipment_id = s.shipment_id) then 'RECEIVED'
      else 'MISSING'
    end,
    coalesce((
      select case when q.agreed then 'AGREED' else 'OBJECTED' end from quality_answer q
      where q.shipment_id = s.shipment_id order by q.answer_no desc limit 1), ''),
    s.outcome = 'REFUSED' and s.secrecy not in ('NONE', 'UNSPECIFIED') 
      and coalesce(s.wish, '') = 'PUBLIC_POST',
    coalesce(c.amount, 0), coalesce(c.vat, 0), c.shipment_id is not null and c.amount is null
  from shipment s left join charge c using (shipment_id) left join transit t using (shipment_id)
$$;

-- The same, counted by month: a year costs as much as its own shipments however long the history is.
-- `report-figures` counts it anew from zero, and each night it is held against the shipments themselves.
create table report_rollup (
  province  text    not null,
  month     text    not null,
  unit      text    not null,
  secrecy   text    not null,
  urgency   text    not null,
  network   text    not null,
  service   text    not null,
  zone      text    not null,
  outcome   text    not null,
  state     text    not null,
  timing    text    not null,
  first_try boolean not null,
  confirmed text    not null,
  said      text    not null,
  outside   boolean not null,
  n         bigint  not null,
  amount    numeric not null,
  vat       numeric not null,
  uncharged bigint  not null
);

create index report_rollup_by_month on report_rollup (province, month);

grant select, insert, delete on report_rollup to "${app}";

-- Months of which something has changed since they were counted. Rows are only added, so that nobody who
-- writes waits for another; whoever counts takes them away.
create table report_stale (
  province text not null,
  month    text not null
);

grant select, insert, delete on report_stale to "${app}";

-- Until when months were looked through for what has become late by time alone.
create table report_counted (
  only_one   boolean     primary key default true check (only_one),
  counted_to timestamptz not null
);

grant select, insert, update on report_counted to "${app}";

create function note_stale_shipments() returns trigger language plpgsql as $$
begin
  insert into report_stale
    select distinct sender_province,
      to_char(handed_off_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM') from touched;
  return null;
end $$;

create trigger d_note_stale_new after insert on shipment
  referencing new table as touched for each statement execute function note_stale_shipments();
create trigger d_note_stale_moved after update on shipment
  referencing new table as touched for each statement execute function note_stale_shipments();

-- What stands beside a shipment.
create function note_stale_beside() returns trigger language plpgsql as $$
begin
  insert into report_stale
    select distinct s.sender_province,
      to_char(s.handed_off_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM')
    from touched join shipment s using (shipment_id);
  return null;
end $$;

create trigger d_note_stale_new after insert on charge
  referencing new table as touched for each statement execute function note_stale_beside();
create trigger d_note_stale_moved after update on charge
  referencing new table as touched for each statement execute function note_stale_beside();
create trigger d_note_stale_gone after delete on charge
  referencing old table as touched for each statement execute function note_stale_beside();
create trigger d_note_stale_new after insert on transit
  referencing new table as touched for each statement execute function note_stale_beside();
create trigger d_note_stale_moved after update on transit
  referencing new table as touched for each statement execute function note_stale_beside();
create trigger d_note_stale_gone after delete on transit
  referencing old table as touched for each statement execute function note_stale_beside();
create trigger d_note_stale_new after insert on confirmation
  referencing new table as touched for each statement execute function note_stale_beside();
create trigger d_note_stale_new after insert on quality_answer
  referencing new table as touched for each statement execute function note_stale_beside();

-- An attempt that failed may be told after the delivery, which then was not the first.
create function note_stale_events() returns trigger language plpgsql as $$
begin
  insert into report_stale
    select distinct s.sender_province,
      to_char(s.handed_off_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM')
    from touched join shipment s using (shipment_id)
    where touched.state = 'DELIVERY_FAILED';
  return null;
end $$;

create trigger d_note_stale_new after insert on event
  referencing new table as touched for each statement execute function note_stale_events();
create trigger d_note_stale_moved after update on event
  referencing new table as touched for each statement execute function note_stale_events();
