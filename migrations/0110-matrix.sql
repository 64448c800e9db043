-- The Matrix: what an action line has to do with a goal, a target or an objective of the Global Digital Compact, on whose word.
create table matrix_links (
  id text primary key,
  state text not null,
  -- Codes of the trees `action-lines`, `sdgs`, `sdg-targets` and `gdc-objectives`, whatever their version.
  action_line text not null,
  -- The goal, also of a target. Null for a link with an objective alone.
  sdg integer,
  -- Null where the whole goal is meant.
  target text,
  objective text,
  -- Who vouches for it: 'body:itu', 'organization:…'. Null where the source does not say.
  agency text,
  -- The language in which the rationale was written; its words stand among the texts.
  language text not null,
  valid_from date not null,
  -- The last day; null while it is open.
  valid_until date,
  -- '2017' or 'own-analysis' for what was shipped; null for what people have proposed.
  source text,
  basis text,
  -- Whether the source has it in its table by action line, and in its index by goal; null where there is no such source.
  by_line boolean,
  by_goal boolean,
  -- What is doubtful in the source, by language.
  doubt jsonb,
  -- The revision that was shipped: as long as it is the present one, nobody has worked on the link.
  shipped_revision integer,
  -- Counts the changes, so that two people who edit at once do not undo each other.
  revision integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  agreed_at timestamptz,
  withdrawn_at timestamptz,
  is_example boolean not null default false,
  constraint matrix_links_id check (id ~ '^[0-9a-hjkmnp-tv-z]{10}$'),
  constraint matrix_links_state check (state in ('proposed', 'agreed', 'withdrawn')),
  constraint matrix_links_to_something check (sdg is not null or objective is not null),
  constraint matrix_links_goal check (sdg between 1 and 17),
  constraint matrix_links_target_of_goal check (target is null or split_part(target, '.', 1) = sdg::text),
  constraint matrix_links_agency check (agency ~ '^(body|organization):.'),
  constraint matrix_links_language check (language in ('ar', 'zh', 'en', 'fr', 'ru', 'es')),
  constraint matrix_links_days_in_order check (valid_until is null or valid_until >= valid_from),
  constraint matrix_links_source check (source in ('2017', 'own-analysis')),
  constraint matrix_links_basis check (basis in ('rationale-row', 'row-without-text', 'goal-index', 'own-analysis')),
  constraint matrix_links_shipped check ((source is null) = (basis is null) and (source is null) = (shipped_revision is null)),
  constraint matrix_links_agreed check (state <> 'agreed' or agreed_at is not null),
  constraint matrix_links_withdrawn check ((state = 'withdrawn') = (withdrawn_at is not null)),
  constraint matrix_links_revision_counts check (revision > 0)
);

create index matrix_links_of_line on matrix_links (action_line, sdg, target);

-- The agreed links of one day under a number, so that a report or a plan keeps the matrix that it used.
create table matrix_versions (
  number integer primary key,
  -- The day whose matrix it is.
  dated_on date not null,
  published_at timestamptz not null,
  -- '2017' for the version that was shipped.
  source text,
  -- The language of the note, whose words stand among the texts.
  language text not null,
  links integer not null,
  constraint matrix_versions_number check (number > 0),
  constraint matrix_versions_source check (source in ('2017')),
  constraint matrix_versions_language check (language in ('ar', 'zh', 'en', 'fr', 'ru', 'es'))
);

create unique index matrix_versions_source_once on matrix_versions (source) where source is not null;

create table matrix_version_links (
  version integer not null references matrix_versions (number) on delete cascade,
  link text not null,
  action_line text not null,
  sdg integer,
  target text,
  objective text,
  agency text,
  valid_from date not null,
  valid_until date,
  source text,
  -- The revision of the link that was frozen.
  revision integer not null,
  language text not null,
  -- By language, as it stood.
  rationale jsonb not null,
  primary key (version, link)
);

-- What was published stays as it was. The shipped version follows the file that it comes from.
create function keep_matrix_version() returns trigger
language plpgsql as $$
begin
  if exists (select from matrix_versions v where v.number = old.version and v.source is null) then
    raise exception 'version % of the matrix is published', old.version;
  end if;
  return coalesce(new, old);
end
$$;

create trigger matrix_version_links_stay before update or delete on matrix_version_links
for each row execute function keep_matrix_version();
