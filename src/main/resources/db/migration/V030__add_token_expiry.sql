-- A token has an end, and an id by which it can be named without being known.
alter table partner_token
  add column token_id   text generated always as (left(token_sha256, 12)) stored,
  add column expires_at timestamptz;

update partner_token set expires_at = created_at + interval '1 year';

alter table partner_token alter column expires_at set not null;

create unique index partner_token_by_id on partner_token (token_id);
create index partner_token_by_partner on partner_token (partner, created_at);
