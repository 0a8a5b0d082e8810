-- What the receiving unit said of an envelope, in the order it said it. The same said twice is one row.
create table confirmation (
  confirmation_id uuid        primary key,
  shipment_id     text        not null references shipment,
  result          text        not null check (result in ('RECEIVED', 'PROBLEM')),
  finding         text        check (finding in
    ('SHORT_COUNT', 'BAD_PACKING', 'WRONG_HANDLING', 'OPENED', 'SWAPPED', 'DAMAGED')),
  at              timestamptz not null,
  note            text        check (char_length(note) between 1 and 200),
  -- For whom it was said; who said it is evidence. Empty: the Department or an operator.
  unit            text,
  role            text        not null,
  recorded_at     timestamptz not null,
  constraint found_with_a_problem check (finding is null or result = 'PROBLEM'),
  constraint confirmation_once unique nulls not distinct (shipment_id, unit, result, finding, at)
);

grant select, insert, update (note) on confirmation to "${app}";

-- The register of incidents and complaints. `wrongdoing`, loss and breach of secrecy are told to the
-- Department at once.
create table incident (
  incident_id  text        primary key check (length(incident_id) between 1 and 16 and incident_id !~ '[^A-Z0-9-]'),
  kind         text        not null check (kind in
    ('LOSS', 'LATE', 'DAMAGE', 'SECRECY_BREACH', 'MISROUTED', 'UNDELIVERABLE', 'OTHER')),
  wrongdoing   boolean     not null default false,
  shipment_id  text        references shipment,
  confirmation_id uuid     unique references confirmation,
  -- Null: an operator has named no shipment, so it may concern each of them.
  province     text,
  -- The unit that raised it; null: the Department, an operator, or the gateway itself.
  unit         text,
  -- The e-office that raised it, which may hand over for several units.
  partner      text,
  raised_by    text        not null check (raised_by in ('UNIT', 'DEPARTMENT', 'OPERATOR', 'GATEWAY')),
  at           timestamptz not null,
  note         text        check (char_length(note) between 1 and 200),
  raised_at    timestamptz not null,
  state        text        not null default 'OPEN' check (state in ('OPEN', 'TAKEN', 'ANSWERED')),
  -- Who deals with it: the login stands in evidence, here its role.
  owner        text,
  taken_at     timestamptz,
  -- Until when it may be raised, and until when it must be answered.
  claim_until  timestamptz,
  answer_until timestamptz,
  answer       text        check (char_length(answer) between 1 and 500),
  answered_at  timestamptz,
  -- The operators were told that nobody has answered in time.
  told_late_at timestamptz,
  constraint answered_with_an_answer check ((state = 'ANSWERED') = (answered_at is not null))
);

-- Raised twice is once. What follows from a confirmation is that one's own.
create unique index incident_once on incident (kind, wrongdoing, shipment_id, province, unit, raised_by, at)
  nulls not distinct where confirmation_id is null;

create index incident_by_shipment on incident (shipment_id);
create index incident_by_time on incident (province, raised_at);
create index incident_open on incident (answer_until)
  where state <> 'ANSWERED' and told_late_at is null;

grant select, insert, update (state, owner, taken_at, answer, answered_at, told_late_at, note) on incident to "${app}";
