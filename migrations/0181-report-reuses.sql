-- Paragraphs that a section has taken from another report: from where, and as they were there and put here.
create table report_reuses (
  section text not null references report_sections (id) on delete cascade,
  place integer not null,
  -- The report from which it comes, and where it stood there.
  source text not null references reports (id) on delete cascade,
  source_version integer not null,
  source_section text not null,
  source_paragraph integer not null,
  -- Over the paragraph with its marks as it stood there.
  digest text not null,
  -- With its marks as it was put here, where its live parts may have other names.
  text text not null,
  primary key (section, place),
  constraint report_reuses_digest check (digest ~ '^[0-9a-f]{64}$')
);

create index report_reuses_of_source on report_reuses (source);
