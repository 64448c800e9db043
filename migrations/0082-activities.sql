-- WSIS Stocktaking: what somebody does for the information society, entered once.
create table activities (
  id text primary key,
  state text not null,
  organization text references organizations (id),
  -- Whoever entered it; an id of a person, or what the history calls the operator.
  contributor text not null,
  -- The language in which it was written.
  language text not null,
  -- What it is called where it came from, so that a second import changes nothing.
  external_key text,
  -- The entry as it is being worked on, and as the public reads it: see `content.ts`.
  content jsonb not null,
  published jsonb,
  -- The number of the published revision.
  published_revision integer,
  -- For published ones: on whose behalf, in which language it was published.
  published_organization text references organizations (id),
  published_language text,
  -- Counts the changes, so that two people who edit at once do not undo each other.
  revision integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  submitted_at timestamptz,
  first_published_at timestamptz,
  -- When the public text last changed, and when somebody last said that it still holds.
  changed_at timestamptz,
  confirmed_at timestamptz,
  -- The day on which its owner is asked whether it still holds, and the day on which it is archived if nobody answers.
  confirm_on date,
  archive_on date,
  -- Why it was sent back: codes of reasons, and words.
  returned jsonb,
  -- The first of two pairs of eyes, where two are asked for.
  approved_by text,
  approved_at timestamptz,
  -- Whoever of the secretariat looks after it.
  moderator text,
  merged_into text references activities (id),
  call text,
  licence text not null,
  -- The import with which it came.
  import text,
  is_example boolean not null default false,
  constraint activities_id check (id ~ '^[0-9a-hjkmnp-tv-z]{10}$'),
  constraint activities_state check (state in ('draft', 'submitted', 'returned', 'published', 'update-pending', 'confirm-due', 'archived', 'merged', 'discarded')),
  constraint activities_language check (language in ('ar', 'zh', 'en', 'fr', 'ru', 'es')),
  constraint activities_published check (
    (published is null) = (published_revision is null) and (published is null) = (changed_at is null)
    and (published is null) = (first_published_at is null) and (published is null) = (published_language is null)),
  -- What was never public is a draft, waits, or was sent back; the rest is public.
  constraint activities_public_states check (
    state in ('merged', 'discarded') or (state in ('draft', 'submitted', 'returned')) = (published is null)),
  constraint activities_organization_before_sending check (
    organization is not null or state in ('draft', 'returned', 'discarded') or published is not null),
  constraint activities_merged check ((state = 'merged') = (merged_into is not null) and merged_into is distinct from id),
  constraint activities_returned_with_reason check (state <> 'returned' or returned is not null),
  constraint activities_waiting_since check (state not in ('submitted', 'update-pending') or submitted_at is not null),
  constraint activities_confirm_in_order check (archive_on is null or confirm_on is null or archive_on >= confirm_on),
  constraint activities_approved check ((approved_by is null) = (approved_at is null)),
  constraint activities_licence check (licence in ('CC-BY-4.0', 'CC-BY-SA-4.0', 'CC0-1.0', 'CC-BY-3.0-IGO', 'all-rights-reserved')),
  constraint activities_external_key check (external_key ~ '^[^[:cntrl:]]{1,200}$'),
  constraint activities_content_is_object check (jsonb_typeof(content) = 'object'),
  constraint activities_revision_counts check (revision > 0 and published_revision > 0)
);

create unique index activities_external on activities (organization, external_key) where external_key is not null and state not in ('merged', 'discarded');
create index activities_newest on activities (changed_at desc, id) where published is not null;
create index activities_waiting on activities (submitted_at, id) where state in ('submitted', 'update-pending');
create index activities_by_state on activities (state, updated_at desc, id);
create index activities_of_organization on activities (organization, state);
create index activities_of_published_organization on activities (published_organization) where published is not null;
create index activities_of_contributor on activities (contributor, updated_at desc);
create index activities_to_confirm on activities (confirm_on, id) where state = 'published';
create index activities_to_archive on activities (archive_on, id) where state = 'confirm-due';
create index activities_merged_into on activities (merged_into) where merged_into is not null;
create index activities_of_import on activities (import) where import is not null;
create index activities_of_call on activities (call) where call is not null;

-- Published revisions that later ones have replaced: each stays readable at its own address.
create table activity_revisions (
  activity text not null references activities (id) on delete cascade,
  number integer not null,
  content jsonb not null,
  organization text references organizations (id),
  language text not null,
  published_at timestamptz not null,
  replaced_at timestamptz not null,
  primary key (activity, number),
  constraint activity_revisions_number check (number > 0)
);

-- Whom to ask about an entry. Never public.
create table activity_contacts (
  activity text primary key references activities (id) on delete cascade,
  person text,
  honorific text,
  first_name text,
  last_name text,
  position text,
  email text,
  phone text,
  consented_at timestamptz
);

create index activity_contacts_of_person on activity_contacts (person) where person is not null;

-- What the secretariat notes for itself.
create table activity_notes (
  id text primary key,
  activity text not null references activities (id) on delete cascade,
  author text not null,
  words text not null,
  noted_at timestamptz not null
);

create index activity_notes_of on activity_notes (activity, noted_at);

-- How the secretariat wants to work; one row.
create table activity_settings (
  only_one boolean primary key default true,
  -- Two people of the secretariat look at an entry before it is published.
  second_pair boolean not null,
  changed_at timestamptz not null,
  changed_by text not null,
  constraint activity_settings_only_one check (only_one)
);

-- Which published revision the texts for translators were written from; made anew from the activities at any time.
create table activity_texts (
  activity text primary key references activities (id) on delete cascade,
  number integer not null
);
