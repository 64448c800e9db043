-- Files of the whole register of activities, made by a job: one row for each day on which they were made.
create table downloads (
  day date primary key,
  -- The name under which the bytes are kept.
  build text not null unique,
  made_at timestamptz not null,
  -- How many activities, and how many of them under each licence.
  entries integer not null,
  licences jsonb not null,
  -- Of each file its form, SHA-256, size in bytes and rows.
  files jsonb not null,
  -- The line of the history that tells of them.
  seq bigint not null
);

-- The bytes, in parts, so that nobody ever holds a whole file.
create table download_parts (
  build text not null,
  form text not null,
  part integer not null,
  bytes bytea not null,
  primary key (build, form, part),
  constraint download_parts_part check (part >= 0)
);

-- What has happened to activities that the public reads, for those who follow the register line by line.
create index history_of_public_activities on history (seq)
  where subject_kind in ('activity', 'activity-import') and act in ('activities.publish', 'activities.publish-update',
    'activities.ask', 'activities.confirm', 'activities.archive', 'activities.merge', 'activities.import');
