-- A held shipment is answered (docs/how-to/answer-a-held-shipment.md). What was decided before stays
-- readable: one row for each answer that took effect. It holds degree data.
insert into status_code (source, code, meaning, state) values
  ('person', 'RESOLVED', 'RESOLVED', null);

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
