-- Files that people send: held with an open form for a day, then kept under their checksum; and keys that sign what forms carry.
create table stored_files (
  checksum text primary key,
  name text not null,
  type text not null,
  size integer not null,
  bytes bytea not null,
  stored_at timestamptz not null,
  constraint stored_files_checksum_length check (length(checksum) = 64),
  constraint stored_files_size check (size = octet_length(bytes) and size > 0)
);

create table held_files (
  id text primary key,
  -- Whoever sent it; nobody else can attach it to a form.
  holder text not null,
  name text not null,
  type text not null,
  size integer not null,
  checksum text not null,
  bytes bytea not null,
  held_until timestamptz not null,
  constraint held_files_checksum_length check (length(checksum) = 64)
);

create index held_files_by_end on held_files (held_until);
create index held_files_of_holder on held_files (holder);

create table signing_keys (
  name text primary key,
  key bytea not null,
  constraint signing_keys_long_enough check (octet_length(key) >= 32)
);
