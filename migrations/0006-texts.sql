-- Files as they were imported, and the official texts read from them, per revision and language. A version is never overwritten.
create table source_files (
  checksum text primary key,
  name text not null,
  size integer not null,
  bytes bytea not null,
  stored_at timestamptz not null,
  constraint source_files_checksum_length check (length(checksum) = 64)
);

create table revision_texts (
  revision text not null references revisions (id),
  language text not null,
  version integer not null,
  source text not null references source_files (checksum),
  imported_at timestamptz not null,
  title text,
  front_matter jsonb not null,
  sections jsonb not null,
  footnotes jsonb not null,
  duties jsonb not null,
  set_aside jsonb not null,
  warnings jsonb not null,
  origin text not null,
  primary key (revision, language, version),
  constraint revision_texts_language check (language in ('ar', 'zh', 'en', 'fr', 'ru', 'es')),
  constraint revision_texts_version_counts check (version > 0),
  constraint revision_texts_once unique (revision, language, source)
);

create table text_units (
  revision text not null,
  language text not null,
  version integer not null,
  path text not null,
  sort integer not null,
  parent text,
  section text not null,
  -- The provision of the register that it is; null when the register has none.
  address text,
  label text,
  text text not null,
  closing text not null,
  footnotes text[] not null,
  confidence real not null,
  at text not null,
  primary key (revision, language, version, path),
  foreign key (revision, language, version) references revision_texts (revision, language, version)
);

create index text_units_of_provision on text_units (revision, address);

-- Each revision with the one that replaced it, in the order of the years, and with what imported texts add to it.
create view revision_chains as
select
  id,
  instrument,
  has_provisions,
  row_number() over chain as place_in_chain,
  lead(id) over chain as superseded_by,
  lead(year) over chain as superseded_in,
  lead(verified) over chain as superseded_verified,
  lead(has_provisions) over chain as successor_has_provisions,
  case when lead(id) over chain is null then standing else 'superseded' end as status,
  -- A title that the register does not give is that of the imported texts.
  case when title <> '{}' then title else coalesce((
    select jsonb_object_agg(language, t.title order by version)
    from revision_texts t where t.revision = r.id and t.title is not null), '{}') end as title
from (
  select revisions.*, exists (select 1 from provisions p where p.revision = revisions.id) as has_provisions from revisions
) as r
window chain as (partition by instrument order by year nulls first, id);
