-- What people say of a section of a report while it is written, on some of its words or on all of it, and what is answered.
create table report_comments (
  id text primary key,
  report text not null references reports (id) on delete cascade,
  section text not null references report_sections (id) on delete cascade,
  -- Which text it is about: a section has one in each language.
  language text not null,
  -- The words that it is about, as they stood; null: the whole section. Its place is found again by them.
  quote text,
  text text not null,
  author text not null,
  state text not null,
  settled_by text,
  settled_at timestamptz,
  revision integer not null,
  commented_at timestamptz not null,
  updated_at timestamptz not null,
  constraint report_comments_id check (id ~ '^[0-9a-hjkmnp-tv-z]{10}$'),
  constraint report_comments_state check (state in ('open', 'settled')),
  constraint report_comments_language check (language in ('ar', 'zh', 'en', 'fr', 'ru', 'es')),
  constraint report_comments_settled check ((state = 'settled') = (settled_at is not null) and (settled_at is null) = (settled_by is null)),
  constraint report_comments_revision_counts check (revision > 0)
);

create index report_comments_of_section on report_comments (section, state);
create index report_comments_of_report on report_comments (report, commented_at desc, id);
create index report_comments_of_author on report_comments (author, commented_at);

create table report_replies (
  id text primary key,
  comment text not null references report_comments (id) on delete cascade,
  text text not null,
  author text not null,
  replied_at timestamptz not null,
  constraint report_replies_id check (id ~ '^[0-9a-hjkmnp-tv-z]{10}$')
);

create index report_replies_of_comment on report_replies (comment, replied_at, id);
create index report_replies_of_author on report_replies (author, replied_at);

-- Another wording that somebody proposes for a paragraph of a section, or for all of its text in a language.
create table report_suggestions (
  id text primary key,
  report text not null references reports (id) on delete cascade,
  section text not null references report_sections (id) on delete cascade,
  language text not null,
  -- Which paragraph it was then, from 0; null: the whole text.
  place integer,
  -- What stood there, to the letter; it is taken only while it stands there.
  before text not null,
  after text not null,
  why text,
  author text not null,
  state text not null,
  decided_by text,
  decided_at timestamptz,
  -- Why it was rejected.
  reason text,
  revision integer not null,
  suggested_at timestamptz not null,
  updated_at timestamptz not null,
  constraint report_suggestions_id check (id ~ '^[0-9a-hjkmnp-tv-z]{10}$'),
  constraint report_suggestions_state check (state in ('open', 'accepted', 'rejected', 'withdrawn')),
  constraint report_suggestions_language check (language in ('ar', 'zh', 'en', 'fr', 'ru', 'es')),
  constraint report_suggestions_place check (place >= 0),
  constraint report_suggestions_changes check (before <> after),
  constraint report_suggestions_decided check ((state = 'open') = (decided_at is null) and (decided_at is null) = (decided_by is null)),
  constraint report_suggestions_rejected check ((state = 'rejected') = (reason is not null)),
  constraint report_suggestions_revision_counts check (revision > 0)
);

create index report_suggestions_of_section on report_suggestions (section, state);
create index report_suggestions_of_report on report_suggestions (report, suggested_at desc, id);
create index report_suggestions_of_author on report_suggestions (author, suggested_at);
