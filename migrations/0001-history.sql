-- Every change, one line each, written in the transaction that makes it; each line carries the hash of the one before.
create table history (
  seq bigint primary key,
  at timestamptz not null,
  actor text not null,
  act text not null,
  subject_kind text not null,
  subject_id text not null,
  from_state text,
  to_state text,
  reason text,
  facts jsonb not null,
  -- SHA-256 of the subject's content after the change, so that a change made behind the platform's back shows.
  subject_digest text,
  previous_hash text not null,
  hash text not null,
  constraint history_seq_positive check (seq > 0),
  constraint history_act_named check (act ~ '^[a-z-]+\.[a-z-]+$'),
  constraint history_hash_length check (length(hash) = 64 and length(previous_hash) = 64)
);

create index history_subject on history (subject_kind, subject_id, seq);
