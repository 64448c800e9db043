import { sql, type RawBuilder } from 'kysely'
import { has, scopesOf, type Actor } from '#platform/access/actor.ts'
import { levelsSeenBy } from '#platform/access/visibility.ts'
import { every } from '#platform/database/conditions.ts'
import type { Db } from '#platform/database/tables.ts'
import type { Translated } from '#platform/languages.ts'
import {
  limitOf,
  readCursor,
  writeCursor,
  type FacetCount,
  type ListOf,
  type PageOf,
} from '#platform/web/listing.ts'
import { asRow } from './organization-parts-queries.ts'
import { folded, organizationsOf, type OrganizationRow } from './organization.ts'

export type OrganizationFilters = {
  type?: string
  country?: string
  region?: string
  membership?: string
  state?: string
  q?: string
}

const organizationFacets = ['type', 'country', 'region', 'membership', 'state'] as const

export type OrganizationFacet = (typeof organizationFacets)[number]

/** An organization with the names of its codes. */
export type NamedOrganization = OrganizationRow & {
  typeName: Translated | null
  countryName: Translated | null
  regionName: Translated | null
}

/** Organizations that the actor may see, by name; approved ones unless another state is asked for. */
export async function organizationList(
  db: Db,
  actor: Actor,
  filters: OrganizationFilters,
  page: PageOf = {},
): Promise<ListOf<NamedOrganization, OrganizationFacet>> {
  const conditions = conditionsOf(filters)
  const limit = limitOf(page)
  const cursor = readCursor(page.after, ['text', 'text'])
  const after = cursor ? [sql`(o.sort_name, o.id) > (${cursor[0]}::text, ${cursor[1]}::text)`] : []
  const found = await sql<Columns>`
    select ${columns} from ${withNames}
    where ${every([seenBy(actor), ...Object.values(conditions), ...after])}
    order by o.sort_name, o.id limit ${limit + 1}`.execute(db)
  const rows = found.rows.slice(0, limit)
  const last = rows.at(-1)
  const next = found.rows.length > limit && last ? writeCursor([last.sort_name, last.id]) : null
  return { rows: rows.map(asNamed), next, ...(await facetsOf(db, actor, conditions)) }
}

/** Null for what is not there and for what the actor may not see: nobody can tell the two apart. */
export async function organizationById(db: Db, actor: Actor, id: string): Promise<NamedOrganization | null> {
  const found = await sql<Columns>`
    select ${columns} from ${withNames} where ${every([seenBy(actor), sql`o.id = ${id}`])}`.execute(db)
  return found.rows[0] ? asNamed(found.rows[0]) : null
}

/** Organizations that may be the same: of the same identifier, web address or name, whoever may see them. */
export async function similarOrganizations(
  db: Db,
  actor: Actor,
  { id, ror, website, name }: Pick<OrganizationRow, 'id' | 'ror' | 'website' | 'name'>,
): Promise<NamedOrganization[]> {
  const names = Object.values(name).map(folded)
  const found = await sql<Columns>`
    select ${columns} from ${withNames}
    where ${seenBy(actor)} and o.id <> ${id} and o.state in ('approved', 'proposed')
      and (o.ror = ${ror}::text or o.website = ${website}::text or o.sort_name = any(${names}::text[])
        or exists (select 1 from unnest(${names}::text[]) as n where position(n in o.words) > 0))
    order by o.sort_name, o.id limit 20`.execute(db)
  return found.rows.map(asNamed)
}

/** Of each of these organizations the name, if the actor may see it. */
export async function organizationNames(
  db: Db,
  actor: Actor,
  ids: string[],
): Promise<Map<string, Translated>> {
  const found = await sql<{ id: string; name: Translated }>`
    select o.id, o.name from organizations o where ${seenBy(actor)} and o.id = any(${ids}::text[])`.execute(
    db,
  )
  return new Map(found.rows.map(({ id, name }) => [id, name]))
}

/** Domains of one organization, for those who look after them. */
export const domainsOf = (db: Db, organization: string) =>
  db
    .selectFrom('organization_domains')
    .select(['domain', 'verified_at'])
    .where('organization', '=', organization)
    .orderBy('domain')
    .execute()

/**
 * Where every read begins: what nobody has decided on is seen by whoever proposed it and whoever decides; the rest by its
 * visibility, and always by those who act for it. `organizationRights` says the same of one organization.
 */
export function seenBy(actor: Actor): RawBuilder<unknown> {
  if (has(actor, 'secretariat') || has(actor, 'administrator')) return sql`true`
  const own = sql`o.id = any(${organizationsOf(actor)}::text[])`
  const regions = scopesOf(actor, 'regional-officer').map((scope) => scope.slice('region:'.length))
  return sql`case when o.state in ('proposed', 'declined')
    then coalesce(o.proposed_by = ${actor.person}, false) or coalesce(o.region = any(${regions}::text[]), false)
    else o.visibility = any(${levelsSeenBy(actor)}::text[]) or ${own} end`
}

type Columns = Parameters<typeof asRow>[0] & {
  type_name: Translated | null
  country_name: Translated | null
  region_name: Translated | null
}

const columns = sql`o.*, t.label as type_name, c.label as country_name, r.label as region_name`

const nodesOf = (framework: string) => sql`(
  select n.code, case when n.short = '{}' then n.label else n.short end as label from framework_nodes n
  join frameworks f on f.id = n.framework and f.version = n.version and f.is_current
  where n.framework = ${framework})`

const withNames = sql`organizations o
  left join ${nodesOf('stakeholder-types')} t on t.code = o.stakeholder_type
  left join ${nodesOf('countries')} c on c.code = o.country
  left join ${nodesOf('itu-regions')} r on r.code = o.region`

const asNamed = (row: Columns): NamedOrganization => ({
  ...asRow(row),
  typeName: row.type_name,
  countryName: row.country_name,
  regionName: row.region_name,
})

type Conditions = Partial<Record<OrganizationFacet | 'words', RawBuilder<unknown>>>

function conditionsOf({ type, country, region, membership, state, q }: OrganizationFilters): Conditions {
  const words = folded(q ?? '')
    .split(' ')
    .filter(Boolean)
    .slice(0, 12)
  return {
    state: sql`o.state = ${state ?? 'approved'}`,
    ...(type ? { type: sql`o.stakeholder_type = ${type}` } : {}),
    ...(country ? { country: sql`coalesce(o.country = ${country}, false)` } : {}),
    ...(region ? { region: sql`coalesce(o.region = ${region}, false)` } : {}),
    ...(membership ? { membership: sql`o.membership = ${membership}` } : {}),
    ...(words.length > 0 ? { words: every(words.map((word) => sql`position(${word} in o.words) > 0`)) } : {}),
  }
}

const columnOf: Record<OrganizationFacet, RawBuilder<unknown>> = {
  type: sql`stakeholder_type`,
  country: sql`country`,
  region: sql`region`,
  membership: sql`membership`,
  state: sql`state`,
}

/** How many remain with each value when all other filters hold; counts only what the actor may see. */
async function facetsOf(db: Db, actor: Actor, conditions: Conditions) {
  const named = Object.entries(conditions)
  const flags = named.map(([name, condition]) => sql`, (${condition}) as ${sql.ref(`f_${name}`)}`)
  const but = (facet: string) =>
    every(named.filter(([name]) => name !== facet).map(([name]) => sql.ref(`f_${name}`)))
  const counts = organizationFacets.map(
    (facet) => sql`
      union all select ${facet}, ${columnOf[facet]}, count(*) from seen
      where ${columnOf[facet]} is not null and ${but(facet)} group by ${columnOf[facet]}`,
  )
  const result = await sql<{ facet: string; value: string; count: number; label: Translated | null }>`
    with seen as (select o.* ${sql.join(flags, sql``)} from organizations o where ${seenBy(actor)}),
    counted as (
      select 'total' as facet, '' as value, count(*) as count from seen where ${but('')}
      ${sql.join(counts, sql``)}
    )
    select facet, value, count, coalesce(t.label, c.label, r.label) as label from counted
    left join ${nodesOf('stakeholder-types')} t on facet = 'type' and t.code = value
    left join ${nodesOf('countries')} c on facet = 'country' and c.code = value
    left join ${nodesOf('itu-regions')} r on facet = 'region' and r.code = value
    order by facet, count desc, value`.execute(db)
  const of = (facet: OrganizationFacet): FacetCount[] =>
    result.rows
      .filter((row) => row.facet === facet)
      .map(({ value, label, count }) => ({ value, label, count }))
  return {
    total: result.rows.find(({ facet }) => facet === 'total')?.count ?? 0,
    facets: {
      type: of('type'),
      country: of('country'),
      region: of('region'),
      membership: of('membership'),
      state: of('state'),
    },
  }
}

const mostAddresses = 20_000

/** Ids of approved organizations that an actor sees, for the sitemap. */
export async function publicOrganizations(db: Db, actor: Actor): Promise<string[]> {
  const found = await sql<{ id: string }>`
    select o.id from organizations o where ${seenBy(actor)} and o.state = 'approved'
    order by o.sort_name, o.id limit ${mostAddresses}`.execute(db)
  return found.rows.map(({ id }) => id)
}
