-- Every version of every row of the tables that hold records, so that the past can be read and tampering is found.
create sequence row_version_batches;

create table row_versions (
  id bigint generated always as identity,
  table_name text not null,
  -- The values of the primary key, with U+001F between them.
  key text not null,
  -- Null when the row was taken away. Bytes stand in it as their SHA-256.
  row jsonb,
  -- What was changed together and is accounted for by one line of history: history.batch.
  batch bigint not null,
  -- SHA-256 of table, key and row as they were written.
  digest text not null,
  -- The batch that took personal data out of the row afterwards.
  redacted bigint,
  primary key (batch, id)
);

create index row_versions_of_row on row_versions (table_name, key, id);
create index row_versions_redacted on row_versions (redacted) where redacted is not null;

alter table history
  add column batch bigint,
  -- SHA-256 over the digests of the batch.
  add column versions_digest text,
  add constraint history_batch_has_digest check ((batch is null) = (versions_digest is null));

create unique index history_of_batch on history (batch) where batch is not null;
create index history_in_time on history (at, seq);

-- The last line, told a second time, so that lines missing at the end show.
create table history_head (
  only_one boolean primary key default true,
  seq bigint not null,
  hash text not null,
  constraint history_head_only_one check (only_one)
);

create function row_version_digest(table_name text, key text, content jsonb) returns text
language sql stable
return encode(sha256(convert_to(concat_ws(chr(31), table_name, key, content::text), 'UTF8')), 'hex');

-- The number under which this transaction gathers its changes until a line of history accounts for them.
create function open_version_batch() returns bigint
language plpgsql as $$
declare
  batch text := current_setting('actionline.batch', true);
begin
  if batch is null or batch = '' then
    batch := nextval('public.row_version_batches')::text;
    perform set_config('actionline.batch', batch, true);
  end if;
  return batch::bigint;
end
$$;

-- After each statement on a kept table. Arguments: the key and the content of a row named r, as expressions.
create function keep_row_versions() returns trigger
language plpgsql as $$
declare
  changes text;
begin
  if tg_op = 'DELETE' then
    changes := format('select %s as key, null::jsonb as content from rows_before r', tg_argv[0]);
  elsif tg_op = 'INSERT' then
    changes := format('select %s as key, %s as content from rows_after r', tg_argv[0], tg_argv[1]);
  else
    changes := format('
      select coalesce(n.key, o.key) as key, n.content
      from (select %1$s as key, %2$s as content from rows_after r) n
      full join (select %1$s as key, %2$s as content from rows_before r) o on o.key = n.key
      where o.content is distinct from n.content', tg_argv[0], tg_argv[1]);
  end if;
  execute format('
    insert into public.row_versions (table_name, key, row, batch, digest)
    select %1$L, key, content, $1, public.row_version_digest(%1$L, key, content) from (%2$s) as change',
    tg_table_name, changes) using public.open_version_batch();
  return null;
end
$$;

-- Ends what this transaction has gathered: leaves one version per row that is really another than before, and digests them.
create function close_version_batch(out batch bigint, out digest text)
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
  digest := public.version_batch_digest(open);
  batch := case when digest is not null then open end;
end
$$;

-- One digest for all that a batch wrote, and for what it took out of earlier versions.
create function version_batch_digest(of_batch bigint) returns text
language sql stable
return (
  select encode(sha256(convert_to(string_agg(part.digest, '' order by part.place, part.id), 'UTF8')), 'hex')
  from (
    select 1 as place, v.id, v.digest from public.row_versions v where v.batch = of_batch
    union all
    select 2, v.id, public.row_version_digest(v.table_name, v.key, v.row)
    from public.row_versions v where v.redacted = of_batch
  ) as part
);
