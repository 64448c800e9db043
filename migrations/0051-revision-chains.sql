-- The chain of each revision by looking its neighbours up, so that a question about one does not read them all.
create index revisions_in_chain on revisions (instrument, coalesce(year, -1), id);

create or replace view revision_chains as
select
  r.id,
  r.instrument,
  exists (select 1 from provisions p where p.revision = r.id) as has_provisions,
  (select count(*) from revisions e
    where e.instrument = r.instrument and (coalesce(e.year, -1), e.id) <= (coalesce(r.year, -1), r.id)) as place_in_chain,
  n.id as superseded_by,
  n.year as superseded_in,
  n.verified as superseded_verified,
  case when n.id is not null then exists (select 1 from provisions p where p.revision = n.id) end as successor_has_provisions,
  case when n.id is null then r.standing else 'superseded' end as status,
  -- A title that the register does not give is that of the imported texts.
  case when r.title <> '{}' then r.title else coalesce((
    select jsonb_object_agg(language, t.title order by version)
    from revision_texts t where t.revision = r.id and t.title is not null), '{}') end as title
from revisions r
left join lateral (
  select n.id, n.year, n.verified from revisions n
  where n.instrument = r.instrument and (coalesce(n.year, -1), n.id) > (coalesce(r.year, -1), r.id)
  order by coalesce(n.year, -1), n.id limit 1) as n on true;
