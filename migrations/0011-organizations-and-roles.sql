-- Organizations, who asks to act for them, the roles that people hold, and what people say about themselves.
alter table people
  -- As the person writes it in their own script.
  add column own_name text,
  -- Whether the public may read the name beside the roles that the person holds.
  add column name_is_public boolean not null default false,
  -- Since then they cannot sign in, and hold no role while it lasts.
  add column disabled_at timestamptz,
  -- Invented for the example world, and taken away with it.
  add column is_example boolean not null default false,
  -- Goes into the digests of the history, so that nobody can guess an erased name from them.
  add column seal text not null default gen_random_uuid()::text,
  add constraint people_own_name_one_line check (length(own_name) <= 200 and own_name !~ '[[:cntrl:]]');

create index people_newest on people (created_at desc, id desc);

create table organizations (
  id text primary key,
  name jsonb not null,
  acronym text,
  -- Codes of the frameworks stakeholder-types, countries and itu-regions.
  stakeholder_type text not null,
  country text,
  region text,
  website text,
  -- Identifiers of the Research Organization Registry and of the International Aid Transparency Initiative.
  ror text,
  iati text,
  -- What it is in the Union.
  membership text not null,
  visibility text not null,
  state text not null,
  -- The one that has taken its place; for merged ones only.
  successor text references organizations (id),
  -- Names and acronym in small letters without accents, to be sorted and found by.
  sort_name text not null,
  words text not null,
  proposed_by text not null,
  is_example boolean not null default false,
  -- Counts the changes, so that two people who edit at once do not undo each other.
  revision integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint organizations_named check (jsonb_typeof(name) = 'object' and name <> '{}'),
  constraint organizations_membership check (membership in ('member-state', 'sector-member', 'associate', 'academia', 'none')),
  constraint organizations_visibility check (visibility in ('public', 'signed-in', 'membership', 'member-states', 'secretariat')),
  constraint organizations_state check (state in ('proposed', 'approved', 'declined', 'merged', 'closed')),
  constraint organizations_successor check ((state = 'merged') = (successor is not null) and successor is distinct from id),
  constraint organizations_revision_counts check (revision > 0),
  constraint organizations_id check (id ~ '^[a-z0-9-]{3,80}$')
);

create index organizations_in_order on organizations (state, sort_name, id);
create index organizations_proposed_by on organizations (proposed_by) where state = 'proposed';
create index organizations_successor_of on organizations (successor) where successor is not null;

-- Whose mail addresses speak for an organization; verified ones only, and each for one organization.
create table organization_domains (
  organization text not null references organizations (id) on delete cascade,
  domain text not null,
  listed_at timestamptz not null,
  verified_at timestamptz,
  verified_by text,
  primary key (organization, domain),
  constraint organization_domains_small check (domain = lower(domain) and domain ~ '^[^@[:space:][:cntrl:]]+\.[^@[:space:][:cntrl:].]+$'),
  constraint organization_domains_verified check ((verified_at is null) = (verified_by is null))
);

create unique index organization_domains_one_owner on organization_domains (domain) where verified_at is not null;

-- Who asks to act for an organization, and what was answered.
create table claims (
  id text primary key,
  person text not null references people (id) on delete cascade,
  organization text not null references organizations (id) on delete cascade,
  -- What the person says of their part in it.
  words text,
  state text not null,
  asked_at timestamptz not null,
  -- 'domain': the address of the person proved it. 'decision': somebody decided.
  way text,
  decided_at timestamptz,
  decided_by text,
  reason text,
  constraint claims_state check (state in ('asked', 'granted', 'refused', 'withdrawn')),
  constraint claims_decided check ((state = 'asked') = (decided_at is null) and (decided_at is null) = (decided_by is null)),
  constraint claims_refused_with_reason check (state <> 'refused' or reason is not null),
  constraint claims_way check ((way is not null) = (state = 'granted') and way in ('domain', 'decision'))
);

create unique index claims_one_open on claims (person, organization) where state = 'asked';
create index claims_in_order on claims (state, asked_at, id);
create index claims_of_organization on claims (organization, state);
create index claims_of_person on claims (person);

-- Who holds which role, for what, from which day to which; whoever represents an organization holds one for it.
create table roles (
  id text primary key,
  person text not null references people (id) on delete cascade,
  role text not null,
  -- 'body:…', 'organization:…', 'action-line:…', 'region:…'; null: for everything.
  scope text,
  from_date date not null,
  -- The last day; null: until further notice.
  to_date date,
  granted_at timestamptz not null,
  granted_by text not null,
  reason text,
  -- Ended before its last day: at once.
  ended_at timestamptz,
  ended_by text,
  end_reason text,
  constraint roles_role check (role in ('representative', 'member', 'delegate', 'facilitator', 'chair', 'regional-officer',
    'focal-point', 'verifier', 'translator', 'secretariat', 'administrator')),
  constraint roles_scope check (scope ~ '^(body|organization|action-line|region):.'),
  constraint roles_scope_of_role check (case role
    when 'representative' then coalesce(scope, '') like 'organization:%'
    when 'member' then coalesce(scope, '') like 'organization:%'
    when 'delegate' then coalesce(scope, '') like 'organization:%'
    when 'facilitator' then coalesce(scope, '') like 'action-line:%'
    when 'chair' then coalesce(scope, '') like 'body:%'
    when 'regional-officer' then coalesce(scope, '') like 'region:%'
    when 'focal-point' then coalesce(scope, '') like 'organization:%' or coalesce(scope, '') like 'body:%'
    when 'verifier' then scope is null or coalesce(scope, '') like 'body:%'
    else scope is null end),
  constraint roles_days_in_order check (to_date is null or to_date >= from_date),
  constraint roles_ended check ((ended_at is null) = (ended_by is null))
);

create index roles_of_person on roles (person, from_date);
create index roles_of_scope on roles (scope, role) where ended_at is null;
create index roles_by_role on roles (role, person) where ended_at is null;

-- Roles that somebody without an account, or with one, is invited to. The mail holds the token, this table only its digest.
create table invitations (
  id text primary key,
  token_digest text not null unique,
  -- Null once the invitation is settled.
  email text,
  language text not null,
  role text not null,
  scope text,
  to_date date,
  reason text,
  invited_by text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  state text not null,
  settled_at timestamptz,
  settled_by text,
  constraint invitations_language check (language in ('ar', 'zh', 'en', 'fr', 'ru', 'es')),
  constraint invitations_state check (state in ('sent', 'accepted', 'withdrawn')),
  constraint invitations_settled check ((state = 'sent') = (settled_at is null) and (settled_at is null) = (settled_by is null)),
  constraint invitations_email_until_settled check ((state = 'sent') = (email is not null))
);

create index invitations_in_order on invitations (state, created_at desc, id desc);
create index invitations_to on invitations (email) where email is not null;
