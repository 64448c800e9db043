-- Mail addresses that people want instead of theirs, until they have opened the link that went there.
create table address_changes (
  person text primary key references people (id) on delete cascade,
  email text not null,
  token_digest text not null unique,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  constraint address_changes_email_small check (email = lower(email) and length(email) <= 254)
);
