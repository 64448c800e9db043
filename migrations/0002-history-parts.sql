-- For a subject of many rows, the digest of each row, so that a changed row can be named. Their own digest is in the history.
create table history_parts (
  subject_kind text not null,
  subject_id text not null,
  part text not null,
  digest text not null,
  primary key (subject_kind, subject_id, part),
  constraint history_parts_digest_length check (length(digest) = 64)
);
