-- Terms of the field in six languages, for translators; and the files that came back from programs of translators.
create table terms (
  id text primary key,
  sort integer not null,
  -- Codes of the action lines that it belongs to.
  action_lines text[] not null,
  -- By language: the term to use, then others that mean the same.
  words jsonb not null,
  constraint terms_words_is_object check (jsonb_typeof(words) = 'object')
);

create table translation_imports (
  id uuid primary key,
  at timestamptz not null,
  by text not null,
  file_name text not null,
  format text not null,
  checksum text not null,
  -- What became of each segment of the file, in the order of the file.
  report jsonb not null,
  accepted integer not null,
  unchanged integer not null,
  refused integer not null,
  constraint translation_imports_format check (format in ('xliff', 'csv')),
  constraint translation_imports_checksum_length check (length(checksum) = 64),
  constraint translation_imports_counts check (accepted >= 0 and unchanged >= 0 and refused >= 0)
);

create index translation_imports_latest on translation_imports (at desc, id);
