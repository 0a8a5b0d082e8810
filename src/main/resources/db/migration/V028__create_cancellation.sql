-- A cancellation asked of the post: only of what stands in an order file. Who asked is evidence.
create table cancellation (
  shipment_id text        primary key references post_order (shipment_id),
  asked_at    timestamptz not null,
  sent_at     timestamptz
);

grant select, insert, update (sent_at) on cancellation to "${app}";
