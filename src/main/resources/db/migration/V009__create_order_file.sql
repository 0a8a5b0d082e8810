-- Order files, numbered without a gap per province and day, with our copy of their bytes.
create table order_number (
  province text    not null,
  on_day   date    not null,
  last     integer not null,
  primary key (province, on_day)
);

create table order_file (
  name     text        primary key,
  province text        not null,
  on_day   date        not null,
  seq      integer     not null,
  content  bytea,
  sha256   text        not null,
  kept_at  timestamptz not null,
  sent_at  timestamptz,
  unique (province, on_day, seq)
);

create table post_order (
  order_id    text primary key,
  shipment_id text not null unique,
  -- SECURITY: the post is asked for KT1 shipments and for nothing else.
  network     text not null check (network = 'KT1'),
  file_name   text not null references order_file,
  answered_at timestamptz,
  foreign key (shipment_id, network) references shipment (shipment_id, network)
);

create index post_order_by_file on post_order (file_name);

grant select, insert, update on order_number to "${app}";
grant select, insert, update (content, sent_at) on order_file to "${app}";
grant select, insert, update (answered_at) on post_order to "${app}";
