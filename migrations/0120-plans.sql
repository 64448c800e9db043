-- Road maps and operational plans: one model. A type declares the levels and their words, which change every four years.
create table plan_types (
  id text primary key,
  purpose text not null,
  -- In all six languages.
  name jsonb not null,
  about jsonb not null,
  -- Whether new plans may be of it.
  offered boolean not null,
  -- What the levels were taken from: a document of the Union, or 'own'.
  source text not null,
  sort integer not null,
  constraint plan_types_id check (id ~ '^[a-z][a-z0-9-]{1,39}$'),
  constraint plan_types_purpose check (purpose in ('road-map', 'operational-plan')),
  constraint plan_types_in_six check (name ?& array['ar', 'zh', 'en', 'fr', 'ru', 'es'] and about ?& array['ar', 'zh', 'en', 'fr', 'ru', 'es'])
);

create table plan_levels (
  type text not null references plan_types (id) on delete cascade,
  code text not null,
  -- The level above; null at the top.
  parent text,
  place integer not null,
  one jsonb not null,
  many jsonb not null,
  -- Whether its items have a start and a deadline, resources, indicators.
  scheduled boolean not null,
  resourced boolean not null,
  measured boolean not null,
  primary key (type, code),
  unique (type, place),
  foreign key (type, parent) references plan_levels (type, code),
  constraint plan_levels_code check (code ~ '^[a-z][a-z0-9-]{0,29}$'),
  constraint plan_levels_not_own_parent check (parent is distinct from code),
  constraint plan_levels_in_six check (one ?& array['ar', 'zh', 'en', 'fr', 'ru', 'es'] and many ?& array['ar', 'zh', 'en', 'fr', 'ru', 'es'])
);

create table plans (
  id text primary key,
  type text not null references plan_types (id),
  -- Plans that follow each other carry the id of the first of them.
  series text not null,
  version integer not null,
  previous text references plans (id),
  state text not null,
  -- The action line of a road map; null of an operational plan.
  action_line text,
  -- Id of the body that leads: the facilitator, the Bureau. Bodies are loaded anew as a whole, so no foreign key.
  lead text not null,
  starts_on date not null,
  ends_on date not null,
  -- A name rather than an offset, which summer time moves.
  zone text not null,
  language text not null,
  -- Until when comments are asked for.
  comments_until date,
  opened_at timestamptz,
  presented_at timestamptz,
  in_force_at timestamptz,
  ended_at timestamptz,
  -- The version of the matrix with which it was made.
  matrix_version integer,
  revision integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  is_example boolean not null default false,
  unique (series, version),
  unique (previous),
  constraint plans_id check (id ~ '^[0-9a-hjkmnp-tv-z]{10}$'),
  constraint plans_state check (state in ('draft', 'consultation', 'coordinated', 'presented', 'noted', 'in-force', 'superseded', 'discarded')),
  constraint plans_period check (ends_on > starts_on),
  constraint plans_language check (language in ('ar', 'zh', 'en', 'fr', 'ru', 'es')),
  constraint plans_versions_count check (version > 0 and (version = 1) = (previous is null)),
  constraint plans_consultation_ends check (state <> 'consultation' or comments_until is not null),
  constraint plans_opened check (state in ('draft', 'discarded') or opened_at is not null),
  constraint plans_presented check (state not in ('presented', 'noted') or presented_at is not null),
  constraint plans_in_force check (state <> 'in-force' or in_force_at is not null),
  constraint plans_ended check ((state in ('superseded', 'discarded')) = (ended_at is not null)),
  constraint plans_revision_counts check (revision > 0)
);

create index plans_in_order on plans (ends_on desc, id);
create index plans_of_line on plans (action_line, state);
create index plans_of_lead on plans (lead, state);
-- Of the plans that follow each other one at most is in force.
create unique index plans_one_in_force on plans (series) where state = 'in-force';

-- Who else carries a plan or an item: further facilitators, contributing units, partners.
create table plan_parties (
  plan text not null references plans (id) on delete cascade,
  -- Id of an item; empty for the plan as a whole.
  item text not null default '',
  role text not null,
  kind text not null,
  party text not null,
  primary key (plan, item, role, kind, party),
  constraint plan_parties_role check (role in ('facilitator', 'contributor', 'partner')),
  constraint plan_parties_kind check (kind in ('body', 'organization'))
);

create index plan_parties_by_party on plan_parties (kind, party);

create table plan_items (
  id text primary key,
  plan text not null references plans (id) on delete cascade,
  parent text references plan_items (id),
  type text not null,
  level text not null,
  place integer not null,
  -- As it is printed: '2.1'. Follows from the places unless somebody gives another.
  code text not null,
  -- The same through all plans of a series: the id of the first item.
  lineage text not null,
  -- The item of the plan before from which it was carried on, or of the same plan from which it was split off.
  carried_from text references plan_items (id),
  split_from text references plan_items (id),
  state text not null,
  language text not null,
  -- Id of the body that leads; null: that of the plan.
  lead text,
  starts_on date,
  deadline_on date,
  -- Hour and minute in the zone of the plan; null: by the end of the day.
  deadline_time text,
  amount numeric(16, 2),
  currency text,
  -- In months of one person.
  staff_months numeric(8, 1),
  revision integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  foreign key (type, level) references plan_levels (type, code),
  constraint plan_items_id check (id ~ '^[0-9a-hjkmnp-tv-z]{10}$'),
  constraint plan_items_state check (state in ('active', 'split', 'dropped')),
  constraint plan_items_code check (code ~ '^[0-9A-Za-z.()/-]{1,20}$'),
  constraint plan_items_language check (language in ('ar', 'zh', 'en', 'fr', 'ru', 'es')),
  constraint plan_items_days_in_order check (deadline_on is null or starts_on is null or deadline_on >= starts_on),
  constraint plan_items_time check (deadline_time is null or (deadline_on is not null and deadline_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$')),
  constraint plan_items_amount check ((amount is null) = (currency is null) and amount >= 0),
  constraint plan_items_currency check (currency ~ '^[A-Z]{3}$'),
  constraint plan_items_staff check (staff_months >= 0),
  constraint plan_items_origin check (carried_from is null or split_from is null),
  constraint plan_items_revision_counts check (revision > 0)
);

create index plan_items_of_plan on plan_items (plan, place);
create unique index plan_items_code_once on plan_items (plan, code) where state = 'active';
create index plan_items_of_parent on plan_items (parent, place);
create index plan_items_lineage on plan_items (lineage);
create index plan_items_carried on plan_items (carried_from) where carried_from is not null;
create index plan_items_split on plan_items (split_from) where split_from is not null;
create index plan_items_due on plan_items (deadline_on, id) where state = 'active' and deadline_on is not null;

-- Codes of frameworks that an item serves.
create table plan_item_codes (
  item text not null references plan_items (id) on delete cascade,
  tree text not null,
  code text not null,
  primary key (item, tree, code),
  constraint plan_item_codes_tree check (tree in ('action-lines', 'sdgs', 'sdg-targets', 'gdc-objectives', 'countries', 'itu-regions'))
);

create index plan_item_codes_by_code on plan_item_codes (tree, code);

-- Records that an item answers or to which it belongs: provisions and duties, activities, later sessions.
create table plan_item_links (
  item text not null references plan_items (id) on delete cascade,
  kind text not null,
  record text not null,
  primary key (item, kind, record)
);

create index plan_item_links_by_record on plan_item_links (kind, record);

-- What was published, whole, as it was then: never written over.
create table plan_editions (
  plan text not null references plans (id) on delete cascade,
  number integer not null,
  state text not null,
  published_at timestamptz not null,
  published_by text not null,
  -- The plan with all its items and words in all languages, and its digest.
  content jsonb not null,
  digest text not null,
  primary key (plan, number),
  constraint plan_editions_state check (state in ('consultation', 'coordinated', 'presented', 'noted', 'in-force')),
  constraint plan_editions_count check (number > 0)
);
