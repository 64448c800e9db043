-- The index of the search as it was at a line of the history, so that a process need not make it anew when it starts.
create table search_snapshots (
  -- All parts of one snapshot have the same name.
  name text not null,
  part integer not null,
  -- The last line of the history that it knows of, and what it was made by: another program makes its own.
  seq bigint not null,
  made_by text not null,
  made_at timestamptz not null,
  bytes bytea not null,
  primary key (name, part)
);
