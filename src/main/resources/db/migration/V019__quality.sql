-- Monthly confirmation of volume and quality (TT 16/2017/TT-BTTTT Đ.11(4), superseded; the last rule
-- that can be read). A shipment by KT1 belongs to the month in which the post accepted it. One whose
-- due time is not computed yet has no target. SECURITY: degree data.
create view v_quality_item as
  select s.sender_province as province, s.sender_code as unit, i.*
  from (
    select shipment_id, accepted_at, due_at, attempted_at, excluded from transit
    union all
    select c.shipment_id, c.accepted_at, null, null, null from charge c
    where not exists (select from transit t where t.shipment_id = c.shipment_id)) i
  join shipment s using (shipment_id)
  where s.network = 'KT1';

grant select on v_quality_item to "${app}";

-- What the unit says of a shipment: it agrees or objects. The last answer counts, the others stay. Who
-- gave it is evidence.
create table quality_answer (
  answer_no   bigint      generated always as identity primary key,
  shipment_id text        not null references shipment,
  unit        text        not null,
  agreed      boolean     not null,
  reason      text        check (char_length(reason) between 1 and 200),
  role        text        not null check (role in ('PARTNER', 'CLERK')),
  channel     text        not null check (channel in ('LOGIN', 'MAIL')),
  answered_at timestamptz not null
);

create index quality_answer_by_shipment on quality_answer (shipment_id, answer_no desc);

-- The reason is erased with other notes when its years are over.
grant select, insert, update (reason) on quality_answer to "${app}";

-- What counts of these answers.
create view v_quality_answer as
  select distinct on (shipment_id) shipment_id, agreed, reason, answered_at
  from quality_answer order by shipment_id, answer_no desc;

grant select on v_quality_answer to "${app}";

-- For the yearly report: what was confirmed, objected to and left open.
create view v_quality_month as
  select q.province, q.unit,
    to_char(q.accepted_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM') as month,
    count(*) as rows,
    count(*) filter (where a.agreed) as agreed,
    count(*) filter (where not a.agreed) as objected,
    count(*) filter (where a.agreed is null) as missing
  from v_quality_item q left join v_quality_answer a using (shipment_id)
  group by 1, 2, 3;

grant select on v_quality_month to "${app}";

-- A unit was mailed the form of that month.
create table quality_form (
  unit    text        not null,
  month   text        not null check (month ~ '^[0-9]{4}-[0-9]{2}$'),
  owed_at timestamptz not null,
  primary key (unit, month)
);

grant select, insert on quality_form to "${app}";
