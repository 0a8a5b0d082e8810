-- What is under way: the same in every ledger. 500 hand-offs in the last 16 hours: held, ordered, and most
-- of them travelling.
insert into given
select ${handOffs} + k, 'N-${run}-' || k,
  date_trunc('second', now() - (500 - k) * interval '115 seconds' - interval '1 minute'),
  code, province, partner
from generate_series(1, 500) k
join unit on nr = abs(hashint8(k)) % (select count(*) from unit);

insert into sent
select k, id, p, k * 4 + p, upper(substr(md5('N${run}' || k || '-' || p), 1, 16)), at, code, province,
  case when k % 3 = 0 then 'H24.31' else 'X3.' || 60 + k % 20 end, part,
  case when part = 0 then 'HELD' else 'ROUTED' end,
  case when part = 0 then null else 'KT1' end,
  case when part = 0 then 'HELD' when part < 6 then 'ORDERED' else 'IN_TRANSIT' end,
  case when part >= 6 then 'RN' || lpad(((k - ${handOffs}) * 4 + p)::text, 9, '0') || 'VN' end
from given, generate_series(0, 3) p, lateral (select (k % 20)::int as part) x;
