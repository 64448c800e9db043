-- Imports under review: what the parser suggests, what people decided on top of it, and how often its suggestions were right.
create table imports (
  id text primary key,
  -- A file that was sent or named on the command line, or a later correction of a stored text.
  kind text not null,
  state text not null,
  -- SHA-256 of the file: in stored_files while it is a draft, in source_files once it is stored with its revision.
  source text not null,
  file_name text not null,
  language text not null,
  title text,
  -- The revision and the version of its text in this language: what came of it, or what is corrected.
  revision text references revisions (id),
  version integer,
  -- Whether provisions and duties of the revision are those of this text, and not of the register or another language.
  describes boolean not null default false,
  -- Ids of the stored duties by their ids in the review; an id that was given once is never given again.
  duty_ids jsonb not null default '{}',
  origin text not null,
  -- The bodies for which it was opened: their focal points review it too.
  within_scopes text[] not null,
  opened_by text not null,
  opened_at timestamptz not null,
  -- Counts decisions and what was taken back: the version of the draft, and the number of the next decision less one.
  last_decision integer not null default 0,
  changed_at timestamptz not null,
  ended_by text,
  ended_at timestamptz,
  constraint imports_kind check (kind in ('file', 'correction')),
  constraint imports_state check (state in ('draft', 'confirmed', 'abandoned')),
  constraint imports_language check (language in ('ar', 'zh', 'en', 'fr', 'ru', 'es')),
  constraint imports_origin check (origin in ('parser', 'demo')),
  constraint imports_ended check ((state = 'draft') = (ended_at is null) and (ended_at is null) = (ended_by is null)),
  constraint imports_confirmed_is_stored check (state <> 'confirmed' or (revision is not null and version is not null)),
  constraint imports_checksum_length check (length(source) = 64)
);

create index imports_newest on imports (changed_at desc, id);
create index imports_of_revision on imports (revision, language, version);
create index imports_of_file on imports (source);
-- One correction of a text at a time.
create unique index imports_one_correction on imports (revision, language) where kind = 'correction' and state = 'draft';

-- Never changed once it is there.
create table import_suggestions (
  import text primary key references imports (id) on delete cascade,
  text jsonb not null
);

-- The file as it was read, line by line or paragraph by paragraph, to be held against what was made of it.
create table import_blocks (
  import text not null references imports (id) on delete cascade,
  place integer not null,
  at text not null,
  text text not null,
  primary key (import, place)
);

create table import_decisions (
  import text not null references imports (id) on delete cascade,
  seq integer not null,
  edit jsonb not null,
  -- The duties that the parser reads after an edit that moves the borders of units.
  reread jsonb not null,
  decided_by text not null,
  decided_at timestamptz not null,
  undone_by text,
  undone_at timestamptz,
  primary key (import, seq),
  constraint import_decisions_count check (seq > 0),
  constraint import_decisions_undone check ((undone_at is null) = (undone_by is null))
);

-- Of each suggestion that a person looked at, what became of it. Made once, when the import is confirmed.
create table suggestion_outcomes (
  import text not null references imports (id) on delete cascade,
  place integer not null,
  language text not null,
  field text not null,
  -- Where it stands in the stored text; null when the person took the unit away.
  address text,
  suggested text,
  decided text,
  accepted boolean not null,
  primary key (import, place),
  constraint suggestion_outcomes_field check (field in
    ('border', 'label', 'kind', 'level', 'duty', 'addressee', 'verb', 'recipient', 'through', 'cadence', 'deadline'))
);

create index suggestion_outcomes_counted on suggestion_outcomes (language, field, accepted, import, place);

-- A correction is a further version of the text of the same file.
alter table revision_texts drop constraint revision_texts_once;
create index revision_texts_of_file on revision_texts (source, language, version);
