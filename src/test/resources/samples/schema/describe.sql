-- The whole schema `public` from PostgreSQL's own catalogue, a fact a line, table by table: what
-- schema.txt holds, and what the migrations have to make. Flyway's own table is left out.
with
relation as (
  select c.*, c.oid::regclass::text as name from pg_class c
  where c.relnamespace = 'public'::regnamespace and c.relname not like 'flyway\_%'
),
routine as (
  select p.*, p.oid::regprocedure::text as name from pg_proc p
  where p.pronamespace = 'public'::regnamespace
),
fact (about, rank, line) as (
  select name, 0, format('%s %s of %s',
    case relkind when 'r' then 'table' when 'v' then 'view' else 'kind ' || relkind::text end, name,
    relowner::regrole)
    || case when relpersistence = 'p' then '' else ' persistence ' || relpersistence::text end
    || case when relrowsecurity then ' row security' else '' end
    || case when relforcerowsecurity then ' forced' else '' end
    || case when relreplident = 'd' or relkind = 'v' then ''
      else ' replica identity ' || relreplident::text end
    || case when relispartition then ' partition' else '' end
    || coalesce(' with ' || array_to_string(reloptions, ', '), '')
  from relation where relkind not in ('i', 'S', 't')

  -- As they stand in a row; each with its rest further down, by name.
  union all
  select r.name, 1, 'order: ' || string_agg(a.attname, ', ' order by a.attnum)
  from relation r join pg_attribute a on a.attrelid = r.oid and a.attnum > 0 and not a.attisdropped
  where r.relkind not in ('i', 'S', 't') group by r.name

  union all
  select r.name, 2, format('column %s %s', a.attname, format_type(a.atttypid, a.atttypmod))
    || case when a.attnotnull then ' not null' else '' end
    || case a.attidentity when 'a' then ' always identity' when 'd' then ' identity' else '' end
    || case when d.oid is null then ''
      else case a.attgenerated when 's' then ' generated ' else ' default ' end
        || pg_get_expr(d.adbin, d.adrelid) end
    || case when a.attcollation = t.typcollation then ''
      else ' collate ' || a.attcollation::regcollation::text end
    || case when a.attstorage = t.typstorage then '' else ' storage ' || a.attstorage::text end
    || case when a.attcompression = '' then '' else ' compression ' || a.attcompression::text end
    || coalesce(' statistics ' || a.attstattarget, '')
    || coalesce(' with ' || array_to_string(a.attoptions, ', '), '')
  from relation r
    join pg_attribute a on a.attrelid = r.oid and a.attnum > 0 and not a.attisdropped
    join pg_type t on t.oid = a.atttypid
    left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
  where r.relkind not in ('i', 'S', 't')

  union all
  select r.name, 3, format('constraint %s %s', c.conname, pg_get_constraintdef(c.oid))
  from relation r join pg_constraint c on c.conrelid = r.oid

  union all
  select r.name, 4, pg_get_indexdef(i.indexrelid)
    || coalesce(' for ' || (
      select string_agg(conname, ', ') from pg_constraint
      where conindid = i.indexrelid and conrelid = i.indrelid), '')
    || case when i.indisvalid and i.indisready then '' else ' invalid' end
    || case when i.indisclustered then ' clustered' else '' end
    || case when i.indisreplident then ' replica identity' else '' end
  from relation r join pg_index i on i.indrelid = r.oid where r.relkind <> 't'

  union all
  select r.name, 5, pg_get_triggerdef(t.oid)
    || case t.tgenabled when 'O' then '' else ' enabled ' || t.tgenabled::text end
  from relation r join pg_trigger t on t.tgrelid = r.oid where not t.tgisinternal

  union all
  select r.name, 5, 'rule ' || pg_get_ruledef(w.oid)
  from relation r join pg_rewrite w on w.ev_class = r.oid where w.rulename <> '_RETURN'

  union all
  select r.name, 5, format('policy %s', to_jsonb(p) - 'schemaname')
  from relation r join pg_policies p
    on format('%I.%I', p.schemaname, p.tablename)::regclass = r.oid

  union all
  select name, 6, 'as' || e'\n' || pg_get_viewdef(oid, true) from relation where relkind = 'v'

  union all
  select r.name, 7, format('grant %s to %s',
    string_agg(a.privilege_type || case when a.is_grantable then ' with grant option' else '' end,
      ', ' order by a.privilege_type),
    case a.grantee when 0 then 'public' else a.grantee::regrole::text end)
  from relation r, aclexplode(coalesce(r.relacl, acldefault('r', r.relowner))) a
  where r.relkind not in ('i', 'S', 't') group by r.name, a.grantee

  union all
  select r.name, 8, format('grant %s (%s) to %s', a.privilege_type
      || case when a.is_grantable then ' with grant option' else '' end,
    string_agg(c.attname, ', ' order by c.attname),
    case a.grantee when 0 then 'public' else a.grantee::regrole::text end)
  from relation r join pg_attribute c on c.attrelid = r.oid, aclexplode(c.attacl) a
  group by r.name, a.grantee, a.privilege_type, a.is_grantable

  union all
  select r.name, 9, format('content %s rows %s', (xpath('//n/text()', content))[1],
    (xpath('//sha256/text()', content))[1])
  from relation r, query_to_xml(format($$
    select count(*) as n, encode(sha256(convert_to(
      string_agg(given::text, e'\n' order by given::text collate "C"), 'UTF8')), 'hex') as sha256
    from %s t, to_jsonb(t) given having count(*) > 0 $$, r.name), false, false, '') content
  where r.relkind = 'r' and xpath_exists('//n', content)

  union all
  select r.name, 0, format(
    'sequence %s of %s for %s as %s from %s by %s between %s and %s cache %s%s',
    r.name, r.relowner::regrole, coalesce(format('%s.%s', d.refobjid::regclass, a.attname), 'none'),
    format_type(s.seqtypid, null), s.seqstart, s.seqincrement, s.seqmin, s.seqmax, s.seqcache,
    case when s.seqcycle then ' cycle' else '' end)
  from relation r join pg_sequence s on s.seqrelid = r.oid
    left join pg_depend d on d.classid = 'pg_class'::regclass and d.objid = r.oid
      and d.deptype in ('a', 'i')
    left join pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid

  union all
  select r.name, 7, format('grant %s to %s',
    string_agg(a.privilege_type, ', ' order by a.privilege_type),
    case a.grantee when 0 then 'public' else a.grantee::regrole::text end)
  from relation r, aclexplode(coalesce(r.relacl, acldefault('s', r.relowner))) a
  where r.relkind = 'S' group by r.name, a.grantee

  union all
  select name, 0, format('function %s of %s', name, proowner::regrole) || e'\n'
    || pg_get_functiondef(oid)
  from routine

  union all
  select r.name, 7, format('grant %s to %s',
    string_agg(a.privilege_type, ', ' order by a.privilege_type),
    case a.grantee when 0 then 'public' else a.grantee::regrole::text end)
  from routine r, aclexplode(coalesce(r.proacl, acldefault('f', r.proowner))) a
  group by r.name, a.grantee

  -- What there is besides; most of it not at all.
  union all
  select '', 0, format('schema %s of %s: %s', nspname, nspowner::regrole, nspacl) from pg_namespace
  where nspname !~ '^pg_' and nspname <> 'information_schema'

  union all
  select '', 1, format('default privileges of %s: %s %s',
    defaclrole::regrole, defaclobjtype, defaclacl)
  from pg_default_acl

  union all
  select '', 2, format('extension %s %s', extname, extversion) from pg_extension

  union all
  select '', 3, format('type %s %s', oid::regtype, typtype) from pg_type
  where typnamespace = 'public'::regnamespace and typtype not in ('c', 'b')

  union all
  select '', 4, format('event trigger %s', evtname) from pg_event_trigger

  union all
  select '', 5, pg_get_statisticsobjdef(oid) from pg_statistic_ext

  union all
  select '', 6, format('%s inherits %s', inhrelid::regclass, inhparent::regclass) from pg_inherits

  union all
  select '', 7, format('comment on %s: %s',
    pg_describe_object(classoid, objoid, objsubid), description)
  from pg_description
  where objoid >= 16384 -- not PostgreSQL's own
)
select case when rank = 0 and about <> '' then e'\n' else '' end || line
from fact order by about collate "C", rank, line collate "C"
