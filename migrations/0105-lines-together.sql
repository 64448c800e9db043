-- Several lines of history in one go. Versions are gathered and digested before the end of the chain is held, so that whoever waits for it waits
-- for the lines alone.

-- Ends what this transaction has gathered since its last line: what the next line says of it.
create function sealed_versions() returns jsonb
language plpgsql as $$
declare
  closed record;
begin
  select c.batch, c.digest into closed from public.close_version_batch() c;
  return jsonb_build_object('batch', closed.batch, 'versions_digest', closed.digest);
end
$$;

-- Lines as the program writes them, each with what `sealed_versions` said. `middle` is what is hashed of a line between its number and its
-- versions, as JSON: the program verifies it.
create function write_history_lines(lines jsonb) returns void
language plpgsql as $$
declare
  before_seq bigint;
  before_hash text;
  line record;
begin
  -- Lines are chained, so only one transaction at a time may add some.
  perform pg_advisory_xact_lock(7140076);
  select h.seq, h.hash into before_seq, before_hash from public.history h order by h.seq desc limit 1;
  before_seq := coalesce(before_seq, 0);
  before_hash := coalesce(before_hash, repeat('0', 64));
  for line in
    select * from jsonb_to_recordset(lines) as l (at timestamptz, actor text, act text, subject_kind text, subject_id text, from_state text,
      to_state text, reason text, facts jsonb, subject_digest text, middle text, batch bigint, versions_digest text)
  loop
    insert into public.history (seq, at, actor, act, subject_kind, subject_id, from_state, to_state, reason, facts, subject_digest, batch,
      versions_digest, previous_hash, hash)
    values (before_seq + 1, line.at, line.actor, line.act, line.subject_kind, line.subject_id, line.from_state, line.to_state, line.reason,
      line.facts, line.subject_digest, line.batch, line.versions_digest, before_hash,
      encode(sha256(convert_to(
        '["' || before_hash || '",' || before_seq + 1 || ',' || line.middle
          || coalesce(',' || line.batch || ',"' || line.versions_digest || '"', '') || ']', 'UTF8')), 'hex'))
    returning seq, hash into before_seq, before_hash;
  end loop;
  insert into public.history_head (only_one, seq, hash) values (true, before_seq, before_hash)
  on conflict (only_one) do update set seq = excluded.seq, hash = excluded.hash;
end
$$;

drop function write_history_line(timestamptz, text, text, text, text, text, text, text, jsonb, text, text);

-- New entries of the Stocktaking, each with the lines that tell how it came to be so; the last of them accounts for its row. All rows come before
-- the first line, see decision 0017.
create function enter_activities(entered jsonb) returns void
language plpgsql as $$
declare
  one record;
  lines jsonb := '[]';
begin
  for one in select * from jsonb_to_recordset(entered) as e ("row" jsonb, earlier jsonb, line jsonb) loop
    insert into public.activities select r.* from jsonb_populate_record(null::public.activities, one.row) r;
    lines := lines || one.earlier || (one.line || public.sealed_versions());
  end loop;
  perform public.write_history_lines(lines);
end
$$;

-- As before, and shorter for what most lines account for: one row that is there.
create or replace function close_version_batch(out batch bigint, out digest text)
language plpgsql as $$
declare
  open bigint := nullif(current_setting('actionline.batch', true), '')::bigint;
  versions bigint;
  is_gone boolean;
  only_digest text;
begin
  if open is null then
    return;
  end if;
  perform set_config('actionline.batch', '', true);
  select count(*), bool_or(v.row is null), min(v.digest) into versions, is_gone, only_digest
  from public.row_versions v where v.batch = open;
  if versions = 1 and not is_gone and not exists (select from public.row_versions v where v.redacted = open) then
    batch := open;
    digest := encode(sha256(convert_to(only_digest, 'UTF8')), 'hex');
    return;
  end if;
  -- A row that was taken away and put back as it was has not changed.
  if is_gone or versions <> (select count(distinct (v.table_name, v.key)) from public.row_versions v where v.batch = open) then
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
