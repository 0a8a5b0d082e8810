-- A first password has to be changed, guesses lock a login for a while, a login can be ended; who is
-- known by an identity provider has no password here.
alter table login
  alter column password_hash drop not null,
  add constraint a_person_is_no_partner check (role <> 'PARTNER'),
  add column must_change  boolean     not null default false,
  add column failures     integer     not null default 0,
  add column failed_at    timestamptz,
  add column locked_until timestamptz,
  add column ended_at     timestamptz;
