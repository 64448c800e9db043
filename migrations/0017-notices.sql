-- What people are told of: read from the history after the commit and from due dates, kept for their own page, gathered into mails.
create table notices (
  id uuid primary key default gen_random_uuid(),
  person text not null references people (id) on delete cascade,
  -- '<module>.<kind>': what people choose by.
  kind text not null,
  -- A message key with its values, so that everybody reads it in their language.
  words text not null,
  facts jsonb not null,
  -- Where it leads, without the language.
  path text not null,
  -- Names what is told: nobody is told the same twice.
  once text not null,
  at timestamptz not null,
  -- When it went into a mail, or when it was settled that it goes into none.
  settled_at timestamptz,
  read_at timestamptz,
  constraint notices_told_once unique (person, once),
  constraint notices_kind_named check (kind ~ '^[a-z-]+\.[a-z-]+$'),
  constraint notices_path_here check (path ~ '^/' and path !~ '^//')
);

create index notices_of_person on notices (person, at desc, id desc);
create index notices_unread on notices (person) where read_at is null;
create index notices_unsettled on notices (person, at) where settled_at is null;

-- How somebody wants to hear of a kind; what is not here is as the kind says itself.
create table notice_choices (
  person text not null references people (id) on delete cascade,
  kind text not null,
  way text not null,
  chosen_at timestamptz not null,
  primary key (person, kind),
  constraint notice_choices_way check (way in ('at-once', 'digest', 'page'))
);

-- Up to which line the history was read. One row, which the reader locks.
create table notice_reading (
  name text primary key,
  seq bigint not null,
  constraint notice_reading_forward check (seq >= 0)
);
