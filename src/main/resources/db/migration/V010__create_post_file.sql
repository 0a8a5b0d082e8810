-- Files of the post that were taken, with what was answered; and its answers to orders.
create table post_file (
  kind     text        not null,
  name     text        not null,
  sha256   text        not null,
  taken_at timestamptz not null,
  result   jsonb,
  primary key (kind, name, sha256)
);

create table post_answer (
  answer_no   bigint      generated always as identity primary key,
  order_id    text        not null references post_order,
  result      text        not null check (result in ('ACCEPTED', 'REFUSED')),
  item_code   text,
  answered_at timestamptz,
  post_office text,
  weight_grams integer,
  reason      text,
  first       boolean     not null,
  recorded_at timestamptz not null,
  constraint post_answer_once unique nulls not distinct
    (order_id, result, item_code, answered_at, post_office, weight_grams, reason)
);

create unique index one_first_answer on post_answer (order_id) where first;

grant select, insert, update (result) on post_file to "${app}";
grant select, insert on post_answer to "${app}";
