-- Decisions of the task force, and outputs of working groups that it must consider. The words are kept by sentences, in texts.
create table task_force_matters (
  id text primary key,
  kind text not null,
  state text not null,
  visibility text not null,
  language text not null,
  -- Ids of bodies: where it comes from, and who takes care of it. Bodies are loaded anew as a whole, so no foreign keys.
  origin text not null,
  decided_on date not null,
  carer text,
  due_on date,
  -- Why it was closed without action.
  reason text,
  -- From when on everybody could read it.
  opened_at timestamptz,
  revision integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  is_example boolean not null default false,
  constraint task_force_matters_id check (id ~ '^[0-9a-hjkmnp-tv-z]{10}$'),
  constraint task_force_matters_kind check (kind in ('decision', 'output', 'question')),
  constraint task_force_matters_state check (state in ('open', 'under-way', 'taken-into-account', 'closed')),
  constraint task_force_matters_visibility check (visibility in ('public', 'secretariat')),
  constraint task_force_matters_language check (language in ('ar', 'zh', 'en', 'fr', 'ru', 'es')),
  constraint task_force_matters_reason check ((state = 'closed') = (reason is not null)),
  constraint task_force_matters_opened check (visibility <> 'public' or opened_at is not null),
  constraint task_force_matters_due check (due_on >= decided_on),
  constraint task_force_matters_revision_counts check (revision > 0)
);

create index task_force_matters_in_order on task_force_matters (decided_on desc, id);
create index task_force_matters_due on task_force_matters (carer, due_on) where state in ('open', 'under-way');

-- Plan items and other records that it concerns.
create table task_force_matter_links (
  matter text not null references task_force_matters (id) on delete cascade,
  kind text not null,
  record text not null,
  primary key (matter, kind, record)
);

create index task_force_matter_links_by_record on task_force_matter_links (kind, record);
