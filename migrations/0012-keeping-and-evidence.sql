-- Who answers for a duty, what they will do and say of it, and the evidence that it is met.
-- Duties are named without a foreign key: the register is loaded anew as a whole, and what people said of a duty stays.
create table duty_owners (
  id uuid primary key default gen_random_uuid(),
  duty text not null,
  kind text not null,
  -- Id of the body, the organization or the person.
  owner text not null,
  -- For whom a person answers, 'body:…' or 'organization:…': what the public sees of them unless they agreed to be named.
  on_behalf_of text,
  named boolean not null default false,
  taken_at timestamptz not null,
  taken_by text not null,
  given_back_at timestamptz,
  given_back_by text,
  reason text,
  constraint duty_owners_kind check (kind in ('body', 'organization', 'person')),
  constraint duty_owners_behalf check (on_behalf_of is null or (kind = 'person' and on_behalf_of ~ '^(body|organization):.')),
  constraint duty_owners_named check (kind = 'person' or not named),
  constraint duty_owners_in_order check (given_back_at is null or given_back_at >= taken_at),
  constraint duty_owners_return check ((given_back_at is null) = (given_back_by is null))
);

create unique index duty_owners_once on duty_owners (duty, kind, owner) where given_back_at is null;
create index duty_owners_of_duty on duty_owners (duty, taken_at);
create index duty_owners_held on duty_owners (kind, owner, duty) where given_back_at is null;

-- What the owners will do: every revision of the plan of a duty stays readable, the highest is the present one.
create table duty_plans (
  duty text not null,
  revision integer not null,
  body jsonb not null,
  original_language text not null,
  written_by text not null,
  written_for text,
  written_at timestamptz not null,
  primary key (duty, revision),
  constraint duty_plans_counted check (revision > 0),
  constraint duty_plans_language check (original_language in ('ar', 'zh', 'en', 'fr', 'ru', 'es')),
  constraint duty_plans_original check (body ? original_language)
);

create table duty_milestones (
  duty text not null,
  revision integer not null,
  place integer not null,
  day date not null,
  text jsonb not null,
  primary key (duty, revision, place),
  foreign key (duty, revision) references duty_plans (duty, revision) on delete cascade
);

create index duty_milestones_by_day on duty_milestones (day, duty);

-- What an owner says of one due date: that work on it is under way. The latest that is not withdrawn counts.
create table duty_reports (
  id uuid primary key default gen_random_uuid(),
  duty text not null,
  -- Which due date: the id of its occasion, its year, or 'unknown'. The same after the register is loaded anew.
  occurrence text not null,
  body jsonb not null,
  original_language text not null,
  reported_by text not null,
  reported_for text,
  reported_at timestamptz not null,
  withdrawn_at timestamptz,
  constraint duty_reports_language check (original_language in ('ar', 'zh', 'en', 'fr', 'ru', 'es')),
  constraint duty_reports_original check (body ? original_language)
);

create index duty_reports_of_duty on duty_reports (duty, occurrence, reported_at);
create index duty_reports_standing on duty_reports (duty, occurrence) where withdrawn_at is null;

-- That a recipient has considered what was delivered: who, when, and where it is written.
create table considerations (
  duty text not null,
  occurrence text not null,
  -- Corrected by a row with the next number; the highest counts, unless it was withdrawn.
  revision integer not null,
  -- The body that considered it, such as the Council.
  body text not null,
  considered_on date not null,
  source text not null,
  source_url text,
  recorded_by text not null,
  recorded_for text,
  recorded_at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (duty, occurrence, revision),
  constraint considerations_counted check (revision > 0)
);

create index considerations_standing on considerations (duty, occurrence) where withdrawn_at is null;

-- What shows that a duty is met: a record of the platform, an address on the web, or a file.
create table evidence (
  id uuid primary key default gen_random_uuid(),
  duty text not null,
  kind text not null,
  record_kind text,
  record_id text,
  url text,
  title text,
  seen_on date,
  -- The file, or the archived copy of what was seen at the address.
  checksum text references stored_files (checksum),
  file_name text,
  -- What it shows, in the words of who linked it, per language.
  shows jsonb not null,
  original_language text not null,
  happened_on date not null,
  state text not null,
  contested boolean not null default false,
  visibility text not null,
  revision integer not null,
  linked_by text not null,
  -- For whom: 'body:…', 'organization:…'; null for the secretariat of the platform.
  linked_for text,
  -- Whether the person agreed to be named in public.
  named boolean not null default false,
  linked_at timestamptz not null,
  changed_at timestamptz not null,
  verified_by text,
  verified_for text,
  verified_at timestamptz,
  constraint evidence_kind check (kind in ('record', 'address', 'file')),
  constraint evidence_state check (state in ('reported', 'documented', 'verified', 'withdrawn')),
  constraint evidence_visibility check (visibility in ('public', 'signed-in', 'membership', 'member-states', 'secretariat')),
  constraint evidence_language check (original_language in ('ar', 'zh', 'en', 'fr', 'ru', 'es')),
  constraint evidence_original check (shows ? original_language),
  constraint evidence_counted check (revision > 0),
  constraint evidence_of_record check ((kind = 'record') = (record_kind is not null) and (record_kind is null) = (record_id is null)),
  constraint evidence_of_address check ((kind = 'address') = (url is not null) and (url is null) = (seen_on is null) and (url is null or title is not null)),
  constraint evidence_of_file check (kind <> 'file' or checksum is not null),
  constraint evidence_file_named check ((checksum is null) = (file_name is null) and (checksum is null or kind <> 'record')),
  constraint evidence_documented check (state not in ('documented', 'verified') or kind = 'record' or checksum is not null),
  constraint evidence_verified check ((state <> 'verified' or verified_at is not null) and (verified_at is null) = (verified_by is null)),
  constraint evidence_not_by_owner check (verified_by is null or verified_by <> linked_by)
);

create index evidence_newest on evidence (happened_on desc, id);
create index evidence_of_duty on evidence (duty, happened_on desc, id);
create index evidence_changed on evidence (changed_at desc, id);
create index evidence_linked on evidence (linked_for, id);
create index evidence_files on evidence (checksum) where checksum is not null;

-- The due dates that a piece of evidence is for; none for a duty without a clock.
create table evidence_occurrences (
  evidence uuid not null references evidence (id) on delete cascade,
  duty text not null,
  occurrence text not null,
  primary key (evidence, occurrence)
);

create index evidence_occurrences_of_duty on evidence_occurrences (duty, occurrence, evidence);

-- Earlier revisions stay readable, each for those who could see it.
create table evidence_revisions (
  evidence uuid not null references evidence (id) on delete cascade,
  revision integer not null,
  visibility text not null,
  content jsonb not null,
  changed_by text not null,
  changed_for text,
  changed_at timestamptz not null,
  reason text,
  primary key (evidence, revision),
  constraint evidence_revisions_visibility check (visibility in ('public', 'signed-in', 'membership', 'member-states', 'secretariat'))
);

create table evidence_contests (
  id uuid primary key default gen_random_uuid(),
  evidence uuid not null references evidence (id) on delete cascade,
  state text not null,
  reason text not null,
  reason_language text not null,
  raised_by text not null,
  raised_for text,
  raised_at timestamptz not null,
  answer text,
  answer_language text,
  answered_by text,
  answered_for text,
  answered_at timestamptz,
  withdrawn_by text,
  withdrawn_at timestamptz,
  withdrawn_because text,
  constraint evidence_contests_state check (state in ('open', 'answered', 'withdrawn')),
  constraint evidence_contests_answered check ((answer is null) = (answered_at is null) and (state <> 'answered' or answer is not null)),
  constraint evidence_contests_withdrawn check ((state = 'withdrawn') = (withdrawn_at is not null))
);

create unique index evidence_contests_one_open on evidence_contests (evidence) where state <> 'withdrawn';
create index evidence_contests_of on evidence_contests (evidence, raised_at);

-- After how many months evidence is ageing and old, by the rhythm of the duty and the kind of evidence. From the reference file.
create table evidence_ages (
  -- 'any' where the rhythm makes no difference.
  cadence text not null,
  kind text not null,
  ageing_after_months integer not null,
  old_after_months integer not null,
  why jsonb not null,
  source text,
  primary key (cadence, kind),
  constraint evidence_ages_in_order check (ageing_after_months > 0 and ageing_after_months < old_after_months),
  constraint evidence_ages_kind check (kind in ('record', 'address', 'file', 'any'))
);
