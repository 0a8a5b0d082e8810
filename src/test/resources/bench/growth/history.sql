-- All that is over: four envelopes a hand-off, 1000 days, ended 17 hours ago.
insert into given
select k, 'G-' || k, date_trunc('second',
    now() - interval '17 hours' - (${handOffs} - k) * (interval '1000 days' / ${handOffs})),
  code, province, partner
from generate_series(1, ${handOffs}) k
join unit on nr = abs(hashint8(k)) % (select count(*) from unit);

insert into sent
select k, id, p, k * 4 + p, upper(substr(md5('G' || k || '-' || p), 1, 16)), at, code, province,
  case when k % 3 = 0 then 'H24.31' else 'X3.' || 60 + k % 20 end, part,
  case when part < 20 then 'REFUSED' when part < 23 then 'HELD' else 'ROUTED' end,
  case when part < 23 then null when part < 30 then 'HAND' when part < 110 then 'PUBLIC_POST'
    else 'KT1' end,
  case when part < 20 then 'REFUSED' when part < 23 then 'CANCELLED' when part < 110 then 'REGISTERED'
    when part < 112 then 'LOST' when part < 117 then 'CANCELLED' when part < 130 then 'RETURNED'
    else 'DELIVERED' end,
  case when part >= 117 or part between 110 and 111 then
    'RG' || lpad((k * 4 + p)::text, 9, '0') || 'VN' end
from given, generate_series(0, 3) p, lateral (select abs(hashint8(k * 4 + p)) % 1000 as part) x;
