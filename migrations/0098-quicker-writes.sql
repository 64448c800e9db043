-- One line of history in one question, so that whoever waits for the end of the chain waits for as little as can be. `middle` is what is hashed
-- of the line between its number and its versions, as JSON: the program writes and verifies it.
create function write_history_line(
  line_at timestamptz, line_actor text, line_act text, line_kind text, line_id text, line_from text, line_to text, line_reason text,
  line_facts jsonb, line_subject_digest text, middle text
) returns void
language plpgsql as $$
declare
  before_seq bigint;
  before_hash text;
  line_batch bigint;
  line_digest text;
  line_hash text;
begin
  -- Lines are chained, so only one transaction at a time may add one.
  perform pg_advisory_xact_lock(7140076);
  select h.seq, h.hash into before_seq, before_hash from public.history h order by h.seq desc limit 1;
  before_seq := coalesce(before_seq, 0);
  before_hash := coalesce(before_hash, repeat('0', 64));
  select c.batch, c.digest into line_batch, line_digest from public.close_version_batch() c;
  line_hash := encode(sha256(convert_to(
    '["' || before_hash || '",' || before_seq + 1 || ',' || middle
      || coalesce(',' || line_batch || ',"' || line_digest || '"', '') || ']', 'UTF8')), 'hex');
  insert into public.history (seq, at, actor, act, subject_kind, subject_id, from_state, to_state, reason, facts, subject_digest, batch,
    versions_digest, previous_hash, hash)
  values (before_seq + 1, line_at, line_actor, line_act, line_kind, line_id, line_from, line_to, line_reason, line_facts,
    line_subject_digest, line_batch, line_digest, before_hash, line_hash);
  insert into public.history_head (only_one, seq, hash) values (true, before_seq + 1, line_hash)
  on conflict (only_one) do update set seq = excluded.seq, hash = excluded.hash;
end
$$;

-- What is long is packed by LZ4 from now on, which takes a tenth of the time; where the database was built without it, as before.
do $$
begin
  alter table row_versions alter column row set compression lz4;
  alter table activities alter column content set compression lz4, alter column published set compression lz4;
  alter table activity_revisions alter column content set compression lz4;
  alter table activity_import_rows alter column content set compression lz4;
  alter table text_languages alter column texts set compression lz4;
exception when feature_not_supported then
  null;
end
$$;

-- As before, with the digest of `version_batch_digest` asked for here: a function in SQL is planned anew at every call.
create or replace function close_version_batch(out batch bigint, out digest text)
language plpgsql as $$
declare
  open bigint := nullif(current_setting('actionline.batch', true), '')::bigint;
begin
  if open is null then
    return;
  end if;
  perform set_config('actionline.batch', '', true);
  -- A row that was taken away and put back as it was has not changed.
  if exists (select from public.row_versions v where v.batch = open and v.row is null)
    or (select count(*) <> count(distinct (v.table_name, v.key)) from public.row_versions v where v.batch = open)
  then
    delete from public.row_versions v
    using (
      select m.id, m.table_name, m.key, m.row,
        row_number() over (partition by m.table_name, m.key order by m.id desc) as back
      from public.row_versions m where m.batch = open) as mine
    left join lateral (
      select e.row from public.row_versions e
      where e.table_name = mine.table_name and e.key = mine.key and e.batch <> open
      order by e.id desc limit 1) as earlier on true
    where v.id = mine.id and (mine.back > 1 or mine.row is not distinct from earlier.row);
  end if;
  select encode(sha256(convert_to(string_agg(part.digest, '' order by part.place, part.id), 'UTF8')), 'hex') into digest
  from (
    select 1 as place, v.id, v.digest from public.row_versions v where v.batch = open
    union all
    select 2, v.id, public.row_version_digest(v.table_name, v.key, v.row)
    from public.row_versions v where v.redacted = open
  ) as part;
  batch := case when digest is not null then open end;
end
$$;
