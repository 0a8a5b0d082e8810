-- Where no trigger fires and no foreign key is asked, this is much quicker: `bench/growth` sees to that.
set synchronous_commit = off;
set timezone = 'UTC';
set work_mem = '256MB';

create temporary table unit as
select row_number() over (order by code) - 1 as nr, code, province, partner from (
  select 'H24.' || n, 'hai-phong', 'hp-eoffice' from unnest(array['16', '31', '02', '61']) n
  union all select 'H48.' || n, 'quang-ngai', 'qn-eoffice' from unnest(array['16', '31']) n
  union all select 'X' || n / 20 || '.' || n, 'province-' || n / 20, 'office-' || n / 20
    from generate_series(1, 200) n) u (code, province, partner);

-- Hand-offs of four envelopes each; `part` tells in thousandths what has become of an envelope.
create temporary table given (
  k bigint, id text, at timestamptz, code text, province text, partner text);
create temporary table sent (
  k bigint, hand_off text, p int, n bigint, id text, at timestamptz, code text, province text, receiver text,
  part int, outcome text, network text, state text, item text);
