-- What was decided of two items that may be the same: the pairs themselves are found anew from what the items say.
create table plan_overlaps (
  -- Both ids, the smaller first.
  id text primary key,
  first text not null references plan_items (id) on delete cascade,
  second text not null references plan_items (id) on delete cascade,
  state text not null,
  reason text,
  -- Of merged items the one that goes on.
  kept text references plan_items (id) on delete cascade,
  -- The items as they were when it was decided: once one of them has changed, it is asked anew.
  first_revision integer not null,
  second_revision integer not null,
  -- What spoke for it then.
  score numeric(3, 2) not null,
  reasons jsonb not null,
  settled_at timestamptz,
  revision integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint plan_overlaps_id check (id = first || '-' || second and first < second),
  constraint plan_overlaps_state check (state in ('suggested', 'merged', 'joint', 'distinct')),
  constraint plan_overlaps_settled check ((state = 'suggested') = (settled_at is null)),
  constraint plan_overlaps_kept check ((state = 'merged') = (kept is not null) and (kept is null or kept in (first, second))),
  constraint plan_overlaps_distinct check (state <> 'distinct' or reason is not null),
  constraint plan_overlaps_revision_counts check (revision > 0)
);

create index plan_overlaps_of_second on plan_overlaps (second);
