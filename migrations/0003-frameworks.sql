-- Versioned code trees with labels in six languages: action lines, goals and targets, objectives, regions, groups, countries.
create table frameworks (
  id text not null,
  version text not null,
  valid_from integer,
  valid_to integer,
  -- False for a version that a later one has replaced; reports keep the one that they used.
  is_current boolean not null,
  source text,
  primary key (id, version),
  constraint frameworks_years_in_order check (valid_to is null or valid_from is null or valid_from <= valid_to)
);

create unique index frameworks_one_current on frameworks (id) where is_current;

create table framework_nodes (
  framework text not null,
  version text not null,
  code text not null,
  parent text,
  sort integer not null,
  label jsonb not null,
  short jsonb not null default '{}',
  description jsonb not null default '{}',
  -- Per language: official, near-official, own (translation or wording of this platform).
  label_status jsonb not null default '{}',
  valid_from integer,
  valid_to integer,
  -- What this framework alone knows of its nodes: colour of a goal, roles of an action line, codes of a country.
  facts jsonb not null default '{}',
  primary key (framework, version, code),
  foreign key (framework, version) references frameworks (id, version),
  foreign key (framework, version, parent) references framework_nodes (framework, version, code) deferrable initially deferred,
  constraint framework_nodes_labelled check (label <> '{}')
);

-- What one code has to do with a code of another tree, and on whose word.
create table framework_links (
  from_framework text not null,
  from_version text not null,
  from_code text not null,
  to_framework text not null,
  to_version text not null,
  to_code text not null,
  basis text not null,
  primary key (from_framework, from_version, from_code, to_framework, to_version, to_code),
  foreign key (from_framework, from_version, from_code) references framework_nodes (framework, version, code),
  foreign key (to_framework, to_version, to_code) references framework_nodes (framework, version, code),
  constraint framework_links_basis check (basis in ('official', 'own-analysis'))
);

create index framework_links_back on framework_links (to_framework, to_version, to_code);

-- Which country belongs to which region or group, from when to when. A missing date is not known, or is the beginning or open.
create table framework_memberships (
  group_framework text not null,
  group_version text not null,
  group_code text not null,
  country_version text not null,
  country text not null,
  role text not null default 'member',
  from_date date,
  to_date date,
  -- 'scheduled' ends are decided but still to come; 'geographic' regions are this platform's own reading.
  certainty text not null default 'known',
  note text,
  country_framework text not null default 'countries',
  primary key (group_framework, group_version, group_code, country),
  foreign key (group_framework, group_version, group_code) references framework_nodes (framework, version, code),
  foreign key (country_framework, country_version, country) references framework_nodes (framework, version, code),
  constraint framework_memberships_role check (role in ('member', 'associate')),
  constraint framework_memberships_certainty check (certainty in ('known', 'scheduled', 'uncertain', 'geographic')),
  constraint framework_memberships_of_countries check (country_framework = 'countries')
);

create index framework_memberships_country on framework_memberships (country);
