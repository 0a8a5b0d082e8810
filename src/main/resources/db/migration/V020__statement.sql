-- What the post asks for, invoice by invoice, as its lists tell it (docs/files-post.md). Numbers are the
-- post's of a province. A list that names an invoice again replaces it; what stood before stays here.
create table post_invoice (
  post_invoice_id bigint      generated always as identity primary key,
  invoice_no      text        not null check (length(invoice_no) between 1 and 40),
  month           date        not null check (extract(day from month) = 1),
  province        text        not null,
  content_sha256  text        not null check (content_sha256 ~ '^[0-9a-f]{64}$'),
  -- Rows of its file that could not be read: the sums may lack them.
  unread          integer     not null check (unread >= 0),
  taken_at        timestamptz not null,
  replaced_at     timestamptz
);

create unique index post_invoice_that_counts on post_invoice (month, province, invoice_no)
  where replaced_at is null;

grant select, insert, update (unread, replaced_at) on post_invoice to "${app}";

-- Whole dong. Without an item code a row states a sum: that of its unit, or of the whole invoice.
-- SECURITY: degree data.
create table post_invoice_row (
  post_invoice_id bigint      not null references post_invoice,
  row_no          integer     not null,
  unit            text,
  item_code       text,
  shipment_id     text,
  service         text,
  weight_grams    integer,
  amount          numeric(15) not null check (amount >= 0),
  vat             numeric(15) not null check (vat >= 0),
  total           numeric(15) check (total >= 0),
  primary key (post_invoice_id, row_no),
  constraint item_of_a_unit check (item_code is null or unit is not null)
);

grant select, insert on post_invoice_row to "${app}";
