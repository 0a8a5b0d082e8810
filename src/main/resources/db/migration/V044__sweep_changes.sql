-- Hints that an item may have news: asked about sooner, never believed. Of a listed order only a
-- digest of its status and its last change is kept, to notice the next one.
alter table inquiry
  add column hinted_at timestamptz,
  add column listed    text check (listed ~ '^[0-9a-f]{64}$');

create index inquiry_item_code on inquiry (item_code);

-- How far the changes were looked through: all before `swept_to`; and the page that is under way.
create table sweep (
  only_one     boolean     primary key default true check (only_one),
  swept_to     timestamptz not null,
  due_at       timestamptz not null,
  from_on      date,
  to_on        date,
  started_at   timestamptz,
  page         integer     not null default 0,
  page_digest  text,
  check ((from_on is null) = (to_on is null) and (from_on is null) = (started_at is null))
);

grant select, insert, update on sweep to "${app}";
