-- Files of reports: of each its language and form, whether it is wanted, made, or why it could not be.
create table report_papers (
  report text not null references reports (id) on delete cascade,
  language text not null,
  form text not null,
  asked_at timestamptz not null,
  made_at timestamptz,
  build text,
  size bigint,
  sha256 text,
  -- Which version of the program made it: what an older one made is made anew.
  maker integer,
  fault text,
  -- How often it was tried since it was asked for, and when the last time.
  tries integer not null default 0,
  tried_at timestamptz,
  -- Of drafts: when they go.
  drops_at timestamptz,
  primary key (report, language, form),
  constraint report_papers_language check (language in ('ar', 'zh', 'en', 'fr', 'ru', 'es')),
  constraint report_papers_form check (form in ('pdf', 'docx', 'akn', 'zip')),
  constraint report_papers_made check ((made_at is null) = (build is null) and (made_at is null) = (sha256 is null)
    and (made_at is null) = (size is null)),
  constraint report_papers_fault check (fault in ('busy', 'unavailable', 'heavy', 'damaged'))
);

create unique index report_papers_of_build on report_papers (build);

-- Their bytes, in parts.
create table report_paper_parts (
  build text not null,
  part integer not null,
  bytes bytea not null,
  primary key (build, part),
  constraint report_paper_parts_part check (part >= 0)
);
