-- Who may come in: people by password, partners by token; hashes only. A first password has to be
-- changed, guesses lock a login for a while, a login can be ended; who is known by an identity provider
-- has no password here.
create table login (
  name          text        primary key,
  password_hash text,
  role          text        not null,
  unit          text,
  province      text,
  created_at    timestamptz not null,
  must_change   boolean     not null default false,
  failures      integer     not null default 0,
  failed_at     timestamptz,
  locked_until  timestamptz,
  ended_at      timestamptz,
  constraint a_person_is_no_partner check (role <> 'PARTNER')
);

grant select, insert, update on login to "${app}";

-- A token has an end, and an id by which it can be named without being known.
create table partner_token (
  token_sha256 text        primary key,
  token_id     text        generated always as (left(token_sha256, 12)) stored,
  partner      text        not null,
  created_at   timestamptz not null,
  expires_at   timestamptz not null
);

create unique index partner_token_by_id on partner_token (token_id);
create index partner_token_by_partner on partner_token (partner, created_at);

grant select, insert, delete on partner_token to "${app}";
