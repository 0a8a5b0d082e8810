-- Stub, replaced at the merge.
alter table partner_token
  add column token_id text not null default gen_random_uuid()::text,
  add column expires_at timestamptz not null default '2099-01-01T00:00:00Z';
