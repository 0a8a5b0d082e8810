-- Who may come in: people by password, partners by token; hashes only.
create table login (
  name          text        primary key,
  password_hash text        not null,
  role          text        not null,
  unit          text,
  province      text,
  created_at    timestamptz not null
);

create table partner_token (
  token_sha256 text        primary key,
  partner      text        not null,
  created_at   timestamptz not null
);

grant select, insert, update on login to "${app}";
grant select, insert, delete on partner_token to "${app}";
