-- SYNTHETIC: ${years} years, ${aYear} shipments a year of two provinces with 40 units each, ten
-- events a shipment. Nothing is guarded and nothing follows from a row here.
insert into shipment (shipment_id, hand_off_key, position, envelope_id, sender_code, sender_name,
  sender_province, recipient_code, recipient_name, secrecy, urgency, weight_grams, pieces, personal_only, outcome,
  network, service, reasons, warnings, state, state_since, handed_off_at, item_code)
select 'B-' || g, g, 0, '1', unit(g), 'x', case when g % 2 = 0 then 'hai-phong' else 'quang-ngai' end,
  unit(g * 7 + g / 80), 'x', (array['NONE', 'CONFIDENTIAL', 'SECRET', 'SECRET'])[1 + g / 3 % 4],
  (array['NORMAL', 'NORMAL', 'EXPRESS'])[1 + g / 5 % 3], 100, 1, false,
  case when g % 50 = 3 then 'REFUSED' else 'ROUTED' end,
  case when g % 50 = 3 then null else 'KT1' end, case when g % 50 = 3 then null else 'KT1_B' end,
  '[]', '[]', case when g % 50 = 3 then 'REFUSED' when g % 40 = 7 then 'RETURNED' else 'DELIVERED' end, at(g), at(g),
  'B' || g
from generate_series(1, ${years} * ${aYear}) g;

insert into event (event_id, shipment_id, source, raw_code, meaning, state, occurred_at, recorded_at)
select gen_random_uuid(), 'B-' || g, 'myvnp', n::text, 'x',
  case when n = 10 then 'DELIVERED' when n = 9 and g % 8 = 0 then 'DELIVERY_FAILED' else 'IN_TRANSIT' end,
  at(g) + n * interval '3 hours', at(g) + n * interval '3 hours'
from generate_series(1, ${years} * ${aYear}) g, generate_series(1, 10) n;

insert into charge (shipment_id, accepted_at, weight_grams, zone, parts, amount, vat_percent, vat, missing, computed_at)
select 'B-' || g, at(g), 100, (array['WITHIN_CITY', 'WITHIN_PROVINCE', 'BETWEEN_PROVINCES'])[1 + g % 3], '[]',
  10000 + g % 50 * 100, 10, 1000 + g % 50 * 10, '{}', at(g)
from generate_series(1, ${years} * ${aYear}) g where g % 50 <> 3;

insert into transit (shipment_id, accepted_at, due_at, attempted_at, computed_at)
select 'B-' || g, at(g), case when g % 6 <> 0 then at(g) + interval '30 hours' end,
  at(g) + interval '1 hour' * (20 + g % 20), at(g)
from generate_series(1, ${years} * ${aYear}) g where g % 50 <> 3;

insert into confirmation (confirmation_id, shipment_id, result, at, role, recorded_at)
select gen_random_uuid(), 'B-' || g, 'RECEIVED', at(g) + interval '40 hours', 'PARTNER', at(g) + interval '40 hours'
from generate_series(1, ${years} * ${aYear}) g where g % 3 = 0;

insert into quality_answer (shipment_id, unit, agreed, role, channel, answered_at)
select 'B-' || g, unit(g), true, 'PARTNER', 'MAIL', at(g) + interval '20 days'
from generate_series(1, ${years} * ${aYear}) g where g % 2 = 0 and g % 50 <> 3;
