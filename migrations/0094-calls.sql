-- Calls of the Stocktaking: the secretariat asks for entries by a day. Cut-offs, not gates: what comes later is taken too.
create table calls (
  id text primary key,
  state text not null,
  -- The language in which title and letter were written; their words stand among the texts.
  language text not null,
  -- The first day whose entries count, and the last; both in the zone.
  opens_on date not null,
  cut_off date not null,
  -- A name rather than an offset, which summer time moves.
  zone text not null,
  -- How many days before the cut-off those are reminded who have not answered; null: nobody is.
  remind_days integer,
  reminded_at timestamptz,
  opened_at timestamptz,
  closed_at timestamptz,
  -- Counts the changes, so that two people who edit at once do not undo each other.
  revision integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  is_example boolean not null default false,
  constraint calls_id check (id ~ '^[0-9a-hjkmnp-tv-z]{10}$'),
  constraint calls_state check (state in ('draft', 'open', 'closed', 'discarded')),
  constraint calls_language check (language in ('ar', 'zh', 'en', 'fr', 'ru', 'es')),
  constraint calls_days_in_order check (cut_off >= opens_on),
  constraint calls_remind_days check (remind_days between 1 and 180),
  constraint calls_opened check ((state in ('open', 'closed')) = (opened_at is not null)),
  constraint calls_closed check ((state = 'closed') = (closed_at is not null)),
  constraint calls_revision_counts check (revision > 0)
);

create index calls_in_order on calls (cut_off desc, id);

-- Of whom a call expects how many entries: organizations, countries, regions of the Union.
create table call_targets (
  call text not null references calls (id) on delete cascade,
  kind text not null,
  -- The id of an organization, or a code of countries or itu-regions.
  code text not null,
  expected integer not null,
  primary key (call, kind, code),
  constraint call_targets_kind check (kind in ('organization', 'country', 'region')),
  constraint call_targets_expected check (expected between 1 and 100000)
);

-- To whom the letter went, so that nobody gets it twice and only those are reminded. Never public.
create table call_letters (
  call text not null references calls (id) on delete cascade,
  person text not null references people (id) on delete cascade,
  language text not null,
  sent_at timestamptz not null,
  reminded_at timestamptz,
  primary key (call, person)
);

create index call_letters_of_person on call_letters (person);

-- An entry may name the call that it answers.
alter table activities add constraint activities_call foreign key (call) references calls (id);

-- When entries were sent, of which the figures of calls are made.
create index history_of_sent_entries on history (at, subject_id) where act in ('activities.submit', 'activities.update');
create index activities_imported on activities (coalesce(submitted_at, changed_at)) where import is not null;
