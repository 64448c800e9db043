import { sql } from 'kysely'
import { allBodies, folded, isNameOf } from '#modules/accounts/index.ts'
import type { PartyRecord } from '#modules/mandates/index.ts'
import type { Actor } from '#platform/access/actor.ts'
import { levelsSeenBy } from '#platform/access/visibility.ts'
import type { Db } from '#platform/database/tables.ts'
import { languageCodes, type Translated } from '#platform/languages.ts'
import { named } from '#platform/web/shapes.ts'
import type { Visit } from '#platform/web/visit.ts'
import type { Party } from './item.ts'

type Named = Pick<Party, 'kind' | 'party'>

type FoundOrganization = { id: string; name: Translated; acronym: string | null }

/**
 * Bodies and organizations by the names that people write, one a line, in any of the six languages: id, acronym or name. What names
 * nobody, or several, is given back.
 */
export async function partiesNamed(
  db: Db,
  actor: Actor,
  lines: readonly string[],
): Promise<{ parties: Named[]; unknown: string[] }> {
  const names = [...new Set(lines.map((line) => line.trim()).filter(Boolean))]
  if (names.length === 0) return { parties: [], unknown: [] }
  const bodies = await allBodies(db)
  const organizations = await organizationsWith(db, actor, names)
  const found = names.map((name): Named | null => {
    const byShortName = bodies.find(
      ({ id, acronym }) => id === name || acronym?.toLowerCase() === name.toLowerCase(),
    )
    const body = byShortName ?? bodies.find((one) => isNameOf(name, one))
    if (body !== undefined) return { kind: 'body', party: body.id }
    const [one, ...more] = organizations.filter((each) => isCalled(each, name))
    return one === undefined || more.length > 0 ? null : { kind: 'organization', party: one.id }
  })
  return {
    parties: unique(found.filter((one) => one !== null)),
    unknown: names.filter((_, place) => found[place] === null),
  }
}

const isCalled = ({ id, name, acronym }: FoundOrganization, asked: string): boolean =>
  [id, acronym ?? '', ...languageCodes.map((code) => name[code] ?? '')].some(
    (one) => one !== '' && folded(one) === folded(asked),
  )

async function organizationsWith(
  db: Db,
  actor: Actor,
  names: readonly string[],
): Promise<FoundOrganization[]> {
  const sought = names.map((name) => folded(name)).filter(Boolean)
  const found = await sql<FoundOrganization>`
    select o.id, o.name, o.acronym from organizations o
    where o.state = 'approved' and o.visibility = any(${levelsSeenBy(actor)}::text[])
      and (o.id = any(${[...names]}::text[]) or exists (select from unnest(${sought}::text[]) s where position(s in o.words) > 0))
    order by o.sort_name, o.id limit 500`.execute(db)
  return found.rows
}

const unique = (parties: readonly Named[]): Named[] => [
  ...new Map(parties.map((one) => [`${one.kind} ${one.party}`, one])).values(),
]

/** Organizations by id, as pages name them; those that the reader may not see are missing. */
export async function organizationsOf(
  { db, actor, language }: Pick<Visit, 'db' | 'actor' | 'language'>,
  ids: readonly string[],
): Promise<Map<string, PartyRecord>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('organizations')
    .select(['id', 'name', 'acronym'])
    .where('id', 'in', ids)
    .where('state', '=', 'approved')
    .where('visibility', 'in', levelsSeenBy(actor))
    .execute()
  return new Map(
    rows.map(({ id, name, acronym }) => [id, { id, acronym, name: named({ language }, name, id) }]),
  )
}
