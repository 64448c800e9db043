-- What is entered together is written by one statement for all rows and one for all lines of history: a statement each took two thirds of the time.

-- As before; null where each row is to have a batch of its own, which is then for whoever writes the version to take.
create or replace function open_version_batch() returns bigint
language plpgsql as $$
declare
  batch text := current_setting('actionline.batch', true);
begin
  if batch = 'each' then
    return null;
  end if;
  if batch is null or batch = '' then
    batch := nextval('public.row_version_batches')::text;
    perform set_config('actionline.batch', batch, true);
  end if;
  return batch::bigint;
end
$$;

-- As before: hashes are chained one after the other, then all lines are written.
create or replace function write_history_lines(lines jsonb) returns void
language plpgsql as $$
declare
  before_seq bigint;
  before_hash text;
  -- The hash before the first line, then that of each.
  hashes text[];
  line jsonb;
begin
  -- Lines are chained, so only one transaction at a time may add some.
  perform pg_advisory_xact_lock(7140076);
  select h.seq, h.hash into before_seq, before_hash from public.history h order by h.seq desc limit 1;
  before_seq := coalesce(before_seq, 0);
  before_hash := coalesce(before_hash, repeat('0', 64));
  hashes := array[before_hash];
  for line in select value from jsonb_array_elements(lines) loop
    before_hash := encode(sha256(convert_to(
      '["' || before_hash || '",' || before_seq + cardinality(hashes) || ',' || (line ->> 'middle')
        || coalesce(',' || (line ->> 'batch') || ',"' || (line ->> 'versions_digest') || '"', '') || ']', 'UTF8')), 'hex');
    hashes := array_append(hashes, before_hash);
  end loop;
  insert into public.history (seq, at, actor, act, subject_kind, subject_id, from_state, to_state, reason, facts, subject_digest, batch,
    versions_digest, previous_hash, hash)
  select before_seq + place, l.at, l.actor, l.act, l.subject_kind, l.subject_id, l.from_state, l.to_state, l.reason, l.facts,
    l.subject_digest, l.batch, l.versions_digest, hashes[place], hashes[place + 1]
  from rows from (jsonb_to_recordset(lines) as (at timestamptz, actor text, act text, subject_kind text, subject_id text, from_state text,
    to_state text, reason text, facts jsonb, subject_digest text, batch bigint, versions_digest text)) with ordinality as l
    (at, actor, act, subject_kind, subject_id, from_state, to_state, reason, facts, subject_digest, batch, versions_digest, place)
  order by place;
  insert into public.history_head (only_one, seq, hash) values (true, before_seq + cardinality(hashes) - 1, before_hash)
  on conflict (only_one) do update set seq = excluded.seq, hash = excluded.hash;
end
$$;

-- New entries of the Stocktaking, each with the lines that tell how it came to be so; the last of them accounts for its row and for no other. All
-- rows come before the first line, see decision 0017.
create or replace function enter_activities(entered jsonb) returns void
language plpgsql as $$
declare
  lines jsonb;
begin
  if current_setting('actionline.batch', true) <> '' then
    raise exception 'a line of history for what was written before is missing';
  end if;
  perform set_config('actionline.batch', 'each', true);
  insert into public.activities
  select r.* from jsonb_array_elements(entered) as e (entry), jsonb_populate_record(null::public.activities, e.entry -> 'row') as r;
  perform set_config('actionline.batch', '', true);
  select jsonb_agg(l.line order by e.place, l.place) into lines
  from jsonb_array_elements(entered) with ordinality as e (entry, place)
  -- The digest of a batch with one version, as `close_version_batch` makes it.
  left join lateral (
    select v.batch, encode(sha256(convert_to(v.digest, 'UTF8')), 'hex') as versions_digest from public.row_versions v
    where v.table_name = 'activities' and v.key = e.entry #>> '{row,id}' order by v.id desc limit 1) as sealed on true
  cross join lateral jsonb_array_elements(
    (e.entry -> 'earlier') || ((e.entry -> 'line') || to_jsonb(sealed))) with ordinality as l (line, place);
  perform public.write_history_lines(lines);
end
$$;
