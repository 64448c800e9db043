-- What people say of a plan that is open for comments, and what became of it. The words are kept by sentences, in texts.
create table plan_comments (
  id text primary key,
  plan text not null references plans (id) on delete cascade,
  -- Null: on the plan as a whole.
  item text references plan_items (id) on delete cascade,
  author text not null,
  -- For whom it was said; null: for themselves.
  organization text references organizations (id),
  -- Whether the author's name may be read with it.
  named boolean not null,
  language text not null,
  state text not null,
  -- Why it was set aside.
  reason text,
  disposition text,
  reply_language text,
  disposed_by text,
  disposed_at timestamptz,
  revision integer not null,
  commented_at timestamptz not null,
  updated_at timestamptz not null,
  constraint plan_comments_id check (id ~ '^[0-9a-hjkmnp-tv-z]{10}$'),
  constraint plan_comments_state check (state in ('published', 'set-aside', 'withdrawn')),
  constraint plan_comments_reason check ((state = 'set-aside') = (reason is not null)),
  constraint plan_comments_reasons check (reason in ('off-topic', 'offensive', 'personal-data', 'advertising', 'repeated')),
  constraint plan_comments_language check (language in ('ar', 'zh', 'en', 'fr', 'ru', 'es')),
  constraint plan_comments_reply_language check (reply_language in ('ar', 'zh', 'en', 'fr', 'ru', 'es')),
  constraint plan_comments_disposition check (disposition in ('accepted', 'accepted-in-part', 'noted', 'not-accepted')),
  constraint plan_comments_disposed_whole check (
    (disposition is null) = (disposed_at is null) and (disposition is null) = (disposed_by is null)
    and (disposition is null) = (reply_language is null)),
  constraint plan_comments_revision_counts check (revision > 0)
);

create index plan_comments_of_plan on plan_comments (plan, commented_at desc, id);
create index plan_comments_of_item on plan_comments (item) where item is not null;
create index plan_comments_of_author on plan_comments (author, commented_at);
create index plan_comments_waiting on plan_comments (plan) where state = 'published' and disposition is null;
