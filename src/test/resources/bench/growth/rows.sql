-- From `given` and `sent` to all tables.
analyze given;
analyze sent;

insert into ruling values (repeat('0', 64), '1', '1', '[]') on conflict do nothing;

insert into hand_off (hand_off_key, partner, hand_off_id, sender_code, sender_province, handed_off_at,
  received_at, correlation_id, content_sha256, receipt) overriding system value
select k, partner, g.id, g.code, g.province, g.at, g.at, gen_random_uuid()::text, repeat('0', 64),
  jsonb_build_object('hand_off_id', g.id, 'received_at', g.at, 'message_sha256', repeat('0', 64),
    'decisions', '[{"outcome": "ROUTED", "network": "KT1", "service": {"name": "KT1_C"}, "reasons": [], "warnings": []}]'::jsonb, 'shipments', jsonb_agg(jsonb_build_object('envelope_id', g.id || '-' || p,
      'shipment_id', s.id, 'decision', 0)))
from given g join sent s using (k)
group by k, partner, g.id, g.code, g.province, g.at order by k;

insert into shipment (shipment_id, hand_off_key, position, envelope_id, sender_code, sender_name,
  sender_address, sender_province, recipient_code, recipient_name, recipient_address, secrecy, urgency,
  weight_grams, pieces, entered_in_register, personal_only, outcome, network, service, reasons, warnings,
  ruling, state, state_since, handed_off_at, item_code_raw, item_code, item_code_valid)
select id, k, p, hand_off || '-' || p, code, 'SYNTHETIC ' || code,
  '1 Phạm Ngũ Lão, Hải Phòng', province, receiver, 'SYNTHETIC ' || receiver, '38 Lê Đại Hành, Hải Phòng',
  case when network = 'PUBLIC_POST' then 'NONE' else 'CONFIDENTIAL' end, 'NORMAL', 80, 1, true, false,
  outcome, network, case when network = 'KT1' then 'KT1_C' end,
  '[{"rule": "classified-goes-by-kt1", "basis": "QĐ 32/2025/QĐ-TTg; Hải Phòng §1", "detail": {"vi": "SYNTHETIC", "en": "SYNTHETIC"}}]',
  '[]', repeat('0', 64), state, at + interval '3 days', at, item, item, item is not null
from sent order by n;

insert into event (event_id, shipment_id, source, item_code, raw_code, meaning, state, location, occurred_at,
  recorded_at, channel)
select md5(id || raw || source)::uuid, id, source, case when channel is not null then item end, raw,
  coalesce(means, 'IN_TRANSIT'), coalesce(means, 'IN_TRANSIT'),
  case when channel is not null then 'Bưu cục ' || n % 100 end, at + later, at + later, channel
from sent join (values
    (0, 'gateway', 'REGISTERED', 'REGISTERED', interval '0', null),
    (1, 'gateway', 'ORDERED', 'ORDERED', interval '10 seconds', null),
    (2, 'receipt', 'ACCEPTED', 'ACCEPTED', interval '20 seconds', 'FILE'),
    (3, 'myvnp', '10', null, interval '30 seconds', 'FILE'),
    (4, 'myvnp', '12', 'OUT_FOR_DELIVERY', interval '2 days', 'FILE'),
    (5, 'myvnp', '14', 'DELIVERED', interval '3 days', 'FILE')) step (nr, source, raw, means, later, channel)
  on nr = 0 or network = 'KT1' and state in ('ORDERED') and nr < 2
    or network = 'KT1' and state = 'IN_TRANSIT' and nr < 4
    or network = 'KT1' and state in ('DELIVERED', 'RETURNED', 'LOST')
order by n, nr;

-- Orders: a file for 400 of one province.
insert into order_file (name, province, on_day, seq, sha256, kept_at, sent_at, answered_at)
select 'O-' || left(hand_off, 1) || (k / 100) || '-' || province, province, max(at)::date, k / 100 * 2 + (left(hand_off, 1) = 'N')::int, repeat('0', 64),
  max(at) + interval '5 seconds', max(at) + interval '10 seconds',
  case when bool_and(state <> 'ORDERED') then max(at) + interval '20 seconds' end
from sent where network = 'KT1' group by left(hand_off, 1), k / 100, province;

insert into post_order (order_id, shipment_id, file_name, answered_at)
select 'O-' || id, id, 'O-' || left(hand_off, 1) || (k / 100) || '-' || province,
  case when state <> 'ORDERED' then at + interval '20 seconds' end
from sent where network = 'KT1' order by n;

insert into post_answer (order_id, result, item_code, answered_at, post_office, first, contradicts,
  file_reference, recorded_at)
select 'O-' || id, case when part = 115 then 'REFUSED' else 'ACCEPTED' end, item, at + interval '20 seconds',
  'Bưu cục 1', true, false, 'R-' || (k / 100), at + interval '20 seconds'
from sent where network = 'KT1' and state <> 'ORDERED' order by n;

insert into post_file (kind, name, sha256, taken_at, result)
select kind, kind || '-' || k, repeat('0', 64), at, '{"rows": 400, "applied": 400}'
from given, unnest(array['receipts', 'status']) kind where k % 100 = 0;

insert into dispatch (dispatch_id, kind, recipient, occasion, name, sha256, kt1_only, owed_since, sent_at)
select gen_random_uuid(), 'ORDER_FILE', 'post', name, name, sha256, true, kept_at, sent_at
from order_file where name in (select 'O-' || left(hand_off, 1) || (k / 100) || '-' || province from sent where network = 'KT1')
union all
select gen_random_uuid(), 'STATUS_FILE', partner, 'STATUS_' || k, 'STATUS_' || k, repeat('0', 64), false, at,
  at + interval '1 second' from given where k % 10 = 0 and k <= ${handOffs}
union all
select gen_random_uuid(), kind, 'OPERATOR', 'trouble ' || k, id, repeat('0', 64), false, at,
  at + interval '1 second' from given, unnest(array['INCIDENT', 'DELIVERED']) kind
where k % 25 = 0 and k <= ${handOffs};

insert into evidence (at, actor, act, subject, detail, sha256)
select at, partner, 'hand-off', id, detail, encode(sha256(convert_to(concat_ws(chr(10),
  to_char(at, 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), partner, 'hand-off', id, detail), 'UTF8')), 'hex')
from given, lateral (select '{"contentDigest":"' || repeat('0', 64) || '","shipments":["' || upper(
  substr(md5(id || '-0'), 1, 16)) || '"]}' as detail) d order by k;

insert into parking (parking_id, route, reference, cause, next_step, attempts, since, resolved_at, resolution,
  resolved_by)
select gen_random_uuid(), 'hand-off-by-sftp-' || partner, id, 'java.io.IOException', 'look', 1, at, at,
  'RETRIED', 'operator' from given where k % 250 = 0 and k <= ${handOffs};

insert into waiting_event (item_code, item_raw, source, raw_code, occurred_at, recorded_at)
select 'RX' || k, 'RX' || k, 'myvnp', '10', at, at from given where k % 250 = 0 and k <= ${handOffs};

insert into inquiry (shipment_id, item_code, due_at, news_at)
select id, item, now() + interval '1 day', at from sent where state = 'IN_TRANSIT';

select setval(pg_get_serial_sequence('hand_off', 'hand_off_key'), (select max(hand_off_key) from hand_off));
truncate given, sent;
