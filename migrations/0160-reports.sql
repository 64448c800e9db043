-- Kinds of reports: for whom, about what, in which sections. Names are in six languages, since reports are written in any of them.
create table report_templates (
  id text primary key,
  -- What the line of reporting is called in the field, such as R3.
  line text not null,
  name jsonb not null,
  about jsonb not null,
  -- Ids of bodies: who is told, through whom, who answers for the whole. Bodies are loaded anew as a whole, so no foreign keys.
  recipient text not null,
  via text[] not null,
  lead text not null,
  cadence text not null,
  -- How many days before its recipient meets a paper must be there.
  notice_days integer not null,
  limit_unit text,
  limit_number numeric,
  -- Ids of the duties that such reports answer.
  duties text[] not null,
  offered boolean not null,
  source text not null,
  sort integer not null,
  constraint report_templates_id check (id ~ '^[a-z][a-z0-9-]{1,39}$'),
  constraint report_templates_notice check (notice_days between 0 and 400),
  constraint report_templates_limit check ((limit_unit is null) = (limit_number is null) and limit_unit in ('words', 'pages') and limit_number > 0)
);

create table report_template_sections (
  template text not null references report_templates (id) on delete cascade,
  code text not null,
  place integer not null,
  name jsonb not null,
  purpose jsonb not null,
  owner text,
  limit_unit text,
  limit_number numeric,
  -- The live parts with which it begins: see parts/part.ts.
  parts jsonb not null,
  primary key (template, code),
  unique (template, place),
  constraint report_template_sections_code check (code ~ '^[a-z][a-z0-9-]{0,29}$'),
  constraint report_template_sections_limit check ((limit_unit is null) = (limit_number is null) and limit_unit in ('words', 'pages') and limit_number > 0)
);

create table reports (
  id text primary key,
  template text not null references report_templates (id),
  state text not null,
  recipient text not null,
  lead text not null,
  -- The period that it reports on, and the day by which the paper must be there.
  starts_on date not null,
  ends_on date not null,
  due_on date not null,
  language text not null,
  -- Given when it is frozen; a corrected version carries the same.
  symbol text,
  series text not null,
  version integer not null,
  previous text references reports (id),
  -- Of a correction: what is corrected, in the language of the report.
  correction text,
  frozen_at timestamptz,
  delivered_on date,
  considered_on date,
  -- The decision or summary in which the recipient speaks of it.
  decision text,
  revision integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  is_example boolean not null default false,
  constraint reports_id check (id ~ '^[0-9a-hjkmnp-tv-z]{10}$'),
  constraint reports_state check (state in ('planned', 'collecting', 'drafting', 'sector-clearance', 'task-force-clearance', 'final-clearance', 'cleared', 'frozen', 'delivered', 'considered', 'archived', 'discarded')),
  constraint reports_language check (language in ('ar', 'zh', 'en', 'fr', 'ru', 'es')),
  constraint reports_period check (ends_on > starts_on),
  constraint reports_version check (version > 0 and (version = 1) = (previous is null) and (previous is null) = (correction is null)),
  constraint reports_frozen check ((state in ('frozen', 'delivered', 'considered', 'archived')) = (frozen_at is not null) and (frozen_at is null or symbol is not null)),
  constraint reports_delivered check (delivered_on is not null or state not in ('delivered', 'considered')),
  constraint reports_considered check ((considered_on is null) = (decision is null) and (considered_on is not null or state <> 'considered')),
  constraint reports_symbol check (symbol ~ '^[^[:cntrl:]]{1,60}$'),
  constraint reports_revision_counts check (revision > 0)
);

create unique index reports_by_symbol on reports (symbol, version) where symbol is not null;
create unique index reports_one_correction on reports (previous) where previous is not null and state <> 'discarded';
create index reports_by_due on reports (due_on desc, id);

-- The due dates of duties that a report answers.
create table report_answers (
  report text not null references reports (id) on delete cascade,
  duty text not null,
  occurrence text not null,
  primary key (report, duty, occurrence)
);

create index report_answers_of_duty on report_answers (duty, occurrence);

create table report_sections (
  id text primary key,
  report text not null references reports (id) on delete cascade,
  code text not null,
  place integer not null,
  state text not null,
  name jsonb not null,
  purpose jsonb not null,
  -- The body whose people write it; the lead of the report where there is none.
  owner text,
  limit_unit text,
  limit_number numeric,
  language text not null,
  -- Why it was sent back the last time.
  returned_because text,
  handed_in_by text,
  revision integer not null,
  updated_at timestamptz not null,
  unique (report, code),
  constraint report_sections_id check (id ~ '^[0-9a-hjkmnp-tv-z]{10}$'),
  constraint report_sections_state check (state in ('asked', 'handed-in', 'returned', 'cleared')),
  constraint report_sections_language check (language in ('ar', 'zh', 'en', 'fr', 'ru', 'es')),
  constraint report_sections_returned check (state <> 'returned' or returned_because is not null),
  constraint report_sections_handed_in check (state <> 'handed-in' or handed_in_by is not null),
  constraint report_sections_revision_counts check (revision > 0)
);

create index report_sections_of_owner on report_sections (owner, state);

-- Live parts: questions about records whose answers stand in the text until it is frozen.
create table report_parts (
  report text not null references reports (id) on delete cascade,
  key text not null,
  section text not null references report_sections (id) on delete cascade,
  place integer not null,
  -- What is asked: source, view, by, across, filters, inPeriod.
  query jsonb not null,
  primary key (report, key),
  constraint report_parts_key check (key ~ '^[a-z][a-z0-9-]{0,39}$'),
  constraint report_parts_query_is_object check (jsonb_typeof(query) = 'object')
);

create index report_parts_of_section on report_parts (section, place);

-- What a report was at the moment at which it was frozen, whole, with the last line of history of that moment.
create table report_editions (
  report text primary key references reports (id) on delete cascade,
  content jsonb not null,
  line bigint not null,
  digest text not null,
  constraint report_editions_digest check (digest ~ '^[0-9a-f]{64}$')
);

-- The records that a frozen part counts, each with its revision. Its digest stands in the edition.
create table report_edition_records (
  report text not null references reports (id) on delete cascade,
  part text not null,
  records jsonb not null,
  primary key (report, part)
);
