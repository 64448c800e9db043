-- What is looked up by words: one row per record and language, made anew from the records at any time.
create table search_rows (
  kind text not null,
  id text not null,
  language text not null,
  -- Where a result of this record leads: the revision, and within it the provision.
  revision text,
  address text,
  title text not null,
  body text not null,
  codes text[] not null,
  -- Words as analysed by the program, each as wide as the language needs: stems, Chinese pairs, Arabic without prefixes.
  vector tsvector not null,
  primary key (kind, id, language)
);

create index search_rows_words on search_rows using gin (vector);
create index search_rows_codes on search_rows using gin (codes);
create index search_rows_of_revision on search_rows (revision);
