-- An envelope the gateway has taken responsibility for: what stands outside it, and nothing else.
create table shipment (
  shipment_id         text        primary key check (shipment_id ~ '^[A-Z0-9-]{1,16}$'),
  hand_off_key        bigint      not null references hand_off,
  position            integer     not null,
  envelope_id         text        not null,
  sender_code         text        not null,
  sender_name         text        not null,
  sender_address      text,
  sender_province     text        not null,
  recipient_code      text,
  recipient_name      text,
  recipient_address   text,
  addressee           text,
  secrecy             text        not null check (secrecy in ('NONE', 'CONFIDENTIAL', 'SECRET', 'TOP_SECRET', 'UNSPECIFIED')),
  urgency             text        not null,
  deliver_at          timestamptz,
  weight_grams        integer     check (weight_grams between 1 and 50000),
  pieces              integer     not null check (pieces between 1 and 999),
  entered_in_register boolean,
  personal_only       boolean     not null,
  wish                text,
  outcome             text        not null check (outcome in ('ROUTED', 'HELD', 'REFUSED')),
  network             text        check (network in ('KT1', 'PUBLIC_POST', 'HAND', 'CIPHER')),
  service             text,
  reasons             jsonb       not null,
  warnings            jsonb       not null,
  state               text        not null,
  state_since         timestamptz not null,
  handed_off_at       timestamptz not null,
  item_code_raw       text,
  item_code           text,
  item_code_valid     boolean,
  unique (hand_off_key, envelope_id),
  unique (shipment_id, network),
  -- SECURITY: the law once more, whatever the policy said (QĐ 32/2025/QĐ-TTg).
  constraint classified_never_on_public_post check (
    network is null or secrecy = 'NONE' or network <> 'PUBLIC_POST'),
  constraint unspecified_never_travels check (secrecy <> 'UNSPECIFIED' or network is null),
  constraint routed_has_a_network check ((outcome = 'ROUTED') = (network is not null)),
  constraint kt1_has_a_service check ((network is not distinct from 'KT1') = (service is not null))
);

create index shipment_by_time on shipment (handed_off_at desc, shipment_id desc);
create index shipment_by_sender on shipment (sender_code, handed_off_at desc);
create index shipment_by_recipient on shipment (recipient_code, handed_off_at desc);
create index shipment_by_item on shipment (item_code) where item_code is not null;

-- SECURITY: what was decided cannot be rewritten; only what happens to it moves.
grant select, insert,
  update (state, state_since, item_code_raw, item_code, item_code_valid) on shipment to "${app}";
