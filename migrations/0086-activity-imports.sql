-- Many activities at once, from a file: looked at row by row first, then entered in the background.
create table activity_imports (
  id text primary key,
  person text not null,
  -- matching: which column is which. checking, checked: the dry run. entering, entered: for real. cancelled, failed: it ended before.
  state text not null,
  file_name text not null,
  checksum text not null references stored_files (checksum),
  -- What becomes of good rows: drafts, sent to the secretariat, or public at once.
  mode text not null,
  -- For rows that do not say so themselves.
  language text not null,
  organization text references organizations (id),
  licence text not null,
  -- Names of columns of the file, each with the column that it is or null.
  columns jsonb not null,
  -- Where a job has got to, and whether somebody wants it to stop.
  rows_seen integer not null default 0,
  rows_done integer not null default 0,
  is_stopping boolean not null default false,
  problem jsonb,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  constraint activity_imports_state check (state in ('matching', 'checking', 'checked', 'entering', 'entered', 'cancelled', 'failed')),
  constraint activity_imports_mode check (mode in ('draft', 'submitted', 'published')),
  constraint activity_imports_language check (language in ('ar', 'zh', 'en', 'fr', 'ru', 'es')),
  constraint activity_imports_counts check (rows_seen >= 0 and rows_done between 0 and rows_seen)
);

create index activity_imports_of_person on activity_imports (person, created_at desc);
create index activity_imports_running on activity_imports (state) where state in ('checking', 'entering');

-- What the dry run found, row by row; the import for real does what stands here and nothing else.
create table activity_import_rows (
  import text not null references activity_imports (id) on delete cascade,
  -- As people see it in the file.
  number integer not null,
  -- In the order of the file, from 1.
  place integer not null,
  outcome text not null,
  -- The entry that it becomes or changes.
  activity text,
  -- The revision of the entry that it changes, when the dry run looked at it.
  revision integer,
  organization text,
  language text not null,
  external_key text,
  licence text not null,
  content jsonb,
  issues jsonb,
  title text not null,
  is_done boolean not null default false,
  primary key (import, place),
  constraint activity_import_rows_outcome check (outcome in ('new', 'changed', 'unchanged', 'wrong', 'too-late')),
  constraint activity_import_rows_wrong check ((outcome = 'wrong') = (issues is not null)),
  constraint activity_import_rows_whole check (outcome = 'wrong' or (content is not null and activity is not null))
);

create index activity_import_rows_by_outcome on activity_import_rows (import, outcome, place);
create index activity_import_rows_key on activity_import_rows (import, organization, external_key) where external_key is not null;
