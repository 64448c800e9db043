import { sql } from 'kysely'
import { folded } from '#modules/accounts/index.ts'
import type { Actor } from '#platform/access/actor.ts'
import { levelsSeenBy } from '#platform/access/visibility.ts'
import type { Db } from '#platform/database/tables.ts'
import type { Translated } from '#platform/languages.ts'
import { organizationsOf } from '../activity.ts'

export type OrganizationChoice = {
  id: string
  name: Translated
  acronym: string | null
  country: string | null
  /** Whether the person acts for it: those come first. */
  isOwn: boolean
}

const mostOffered = 50
const mostLetters = 200

/** Organizations that somebody may name: those that they act for, that they have proposed, and that match what they look for. */
export async function organizationChoices(
  db: Db,
  actor: Actor,
  { words = '', chosen = null }: { words?: string; chosen?: string | null } = {},
): Promise<OrganizationChoice[]> {
  const own = organizationsOf(actor)
  const sought = folded(words).slice(0, mostLetters)
  const found = await sql<OrganizationChoice>`
    select o.id, o.name, o.acronym, o.country, (o.id = any(${own}::text[])) as "isOwn"
    from organizations o
    where (o.state = 'approved' and o.visibility = any(${levelsSeenBy(actor)}::text[])
        or o.state = 'proposed' and o.proposed_by = ${actor.id})
      and (o.id = any(${own}::text[]) or o.proposed_by = ${actor.id} or o.id = ${chosen}::text
        or (${sought} <> '' and position(${sought} in o.words) > 0))
    order by (o.id = any(${own}::text[])) desc, o.sort_name, o.id limit ${mostOffered}`.execute(db)
  return found.rows
}

/** One that the secretariat has approved, or that the same person has proposed. */
export async function isOrganization(db: Db, actor: Actor, id: string): Promise<boolean> {
  const found = await db
    .selectFrom('organizations')
    .select(['state', 'proposed_by'])
    .where('id', '=', id)
    .executeTakeFirst()
  return mayBeNamed(actor, found)
}

export type NamedOrganization = { state: string; proposed_by: string | null }

export const mayBeNamed = (actor: Actor, found: NamedOrganization | undefined): boolean =>
  found?.state === 'approved' || (found?.state === 'proposed' && found.proposed_by === actor.id)
