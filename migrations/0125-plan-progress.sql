-- What shows whether a plan is carried out: indicators with what was measured, reporting periods, reports with two ratings.
create table plan_indicators (
  id text primary key,
  plan text not null references plans (id) on delete cascade,
  item text not null references plan_items (id) on delete cascade,
  place integer not null,
  -- The same through all plans of a series: the id of the first indicator.
  lineage text not null,
  carried_from text references plan_indicators (id),
  state text not null,
  language text not null,
  frequency text not null,
  -- Which way is better.
  direction text not null,
  disaggregation text[] not null default '{}',
  -- Of a ratio: so many of the numerator per so many of the denominator, 100 for a percentage. Null: a number of its own.
  per integer,
  -- 'none' is a word of its own: nobody knows where it began. It is never zero.
  baseline text not null,
  baseline_year integer,
  baseline_value numeric(24, 6),
  baseline_numerator numeric(24, 6),
  baseline_denominator numeric(24, 6),
  target_value numeric(24, 6) not null,
  target_year integer not null,
  revision integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint plan_indicators_id check (id ~ '^[0-9a-hjkmnp-tv-z]{10}$'),
  constraint plan_indicators_state check (state in ('active', 'dropped')),
  constraint plan_indicators_language check (language in ('ar', 'zh', 'en', 'fr', 'ru', 'es')),
  constraint plan_indicators_frequency check (frequency in ('monthly', 'quarterly', 'half-yearly', 'yearly', 'biennial', 'once')),
  constraint plan_indicators_direction check (direction in ('up', 'down')),
  constraint plan_indicators_disaggregation check (disaggregation <@ array['sex', 'age', 'disability', 'urban-rural', 'region', 'income', 'other']),
  constraint plan_indicators_per check (per in (1, 100, 1000, 100000)),
  constraint plan_indicators_baseline check (baseline in ('measured', 'none')),
  constraint plan_indicators_baseline_whole check (case when baseline = 'none'
    then num_nonnulls(baseline_year, baseline_value, baseline_numerator, baseline_denominator) = 0
    else baseline_year is not null and (per is null) = (baseline_value is not null)
      and (per is null) = (baseline_numerator is null) and (per is null) = (baseline_denominator is null) end),
  constraint plan_indicators_divides check (baseline_denominator <> 0),
  constraint plan_indicators_years check (baseline_year between 1900 and 2199 and target_year between 1900 and 2199),
  constraint plan_indicators_revision_counts check (revision > 0)
);

create index plan_indicators_of_item on plan_indicators (item, place);
create index plan_indicators_of_plan on plan_indicators (plan);
create index plan_indicators_lineage on plan_indicators (lineage);
create index plan_indicators_carried on plan_indicators (carried_from) where carried_from is not null;

create table plan_periods (
  id text primary key,
  plan text not null references plans (id) on delete cascade,
  starts_on date not null,
  ends_on date not null,
  -- The last day on which a report is in time.
  due_on date not null,
  locked_at timestamptz,
  revision integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (plan, starts_on),
  constraint plan_periods_id check (id ~ '^[0-9a-hjkmnp-tv-z]{10}$'),
  constraint plan_periods_days_in_order check (ends_on > starts_on and due_on >= starts_on),
  constraint plan_periods_revision_counts check (revision > 0)
);

create index plan_periods_due on plan_periods (due_on, plan);

-- What was measured of an indicator for a day; of a period, its last one.
create table plan_actuals (
  id text primary key,
  indicator text not null references plan_indicators (id) on delete cascade,
  measured_on date not null,
  value numeric(24, 6),
  numerator numeric(24, 6),
  denominator numeric(24, 6),
  note text,
  language text not null,
  -- What shows it: records of the platform and addresses on the web.
  evidence jsonb not null default '[]',
  revision integer not null,
  changed_at timestamptz not null,
  changed_by text not null,
  unique (indicator, measured_on),
  constraint plan_actuals_id check (id ~ '^[0-9a-hjkmnp-tv-z]{10}$'),
  constraint plan_actuals_value check ((value is null) = (numerator is not null) and (numerator is null) = (denominator is null)),
  constraint plan_actuals_divides check (denominator <> 0),
  constraint plan_actuals_language check (language in ('ar', 'zh', 'en', 'fr', 'ru', 'es')),
  constraint plan_actuals_revision_counts check (revision > 0)
);

-- What was said before a correction: never written over.
create table plan_actual_revisions (
  actual text not null references plan_actuals (id) on delete cascade,
  revision integer not null,
  content jsonb not null,
  changed_at timestamptz not null,
  changed_by text not null,
  -- Why it was corrected.
  reason text not null,
  primary key (actual, revision)
);

create table plan_reports (
  id text primary key,
  plan text not null references plans (id) on delete cascade,
  item text not null references plan_items (id) on delete cascade,
  period text not null references plan_periods (id),
  state text not null,
  language text not null,
  author text not null,
  author_rating text not null,
  reviewer_rating text,
  percent_done integer not null,
  evidence jsonb not null default '[]',
  -- When it was sent first: that decides whether it was late.
  submitted_at timestamptz,
  reviewed_at timestamptz,
  reviewed_by text,
  -- Why it was sent back the last time.
  returned_because text,
  revision integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (item, period),
  constraint plan_reports_id check (id ~ '^[0-9a-hjkmnp-tv-z]{10}$'),
  constraint plan_reports_state check (state in ('draft', 'submitted', 'returned', 'accepted')),
  constraint plan_reports_language check (language in ('ar', 'zh', 'en', 'fr', 'ru', 'es')),
  constraint plan_reports_author_rating check (author_rating in ('not-started', 'on-track', 'at-risk', 'off-track', 'done')),
  constraint plan_reports_reviewer_rating check (reviewer_rating in ('not-started', 'on-track', 'at-risk', 'off-track', 'done')),
  constraint plan_reports_percent check (percent_done between 0 and 100),
  constraint plan_reports_submitted check (state = 'draft' or submitted_at is not null),
  constraint plan_reports_accepted check ((state = 'accepted') = (reviewer_rating is not null)),
  constraint plan_reports_returned check (state <> 'returned' or returned_because is not null),
  constraint plan_reports_revision_counts check (revision > 0)
);

create index plan_reports_of_plan on plan_reports (plan, period);
create index plan_reports_of_period on plan_reports (period);
create index plan_reports_waiting on plan_reports (submitted_at) where state = 'submitted';
