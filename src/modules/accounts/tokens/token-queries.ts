import type { Actor } from '#platform/access/actor.ts'
import type { Db } from '#platform/database/tables.ts'
import { standings } from '../roles/actor-queries.ts'
import { tokenDigest } from '../sign-in/tokens.ts'
import type { TokenPower } from './token.ts'
import './tables.ts'

export type PersonalToken = {
  id: string
  name: string
  may: TokenPower
  madeAt: Date
  endsOn: string
  usedOn: string | null
}

/** The tokens of a person, those that are over too, the newest first. */
export async function tokensOf(db: Db, person: string): Promise<PersonalToken[]> {
  const rows = await db
    .selectFrom('personal_tokens')
    .select(['id', 'name', 'may', 'made_at', 'ends_on', 'used_on'])
    .where('person', '=', person)
    .orderBy('made_at', 'desc')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    may: row.may,
    madeAt: row.made_at,
    endsOn: row.ends_on,
    usedOn: row.used_on,
  }))
}

/** Who holds a token that is good on a day, with all roles that are valid then. One question to the database. */
export async function holderOfToken(
  db: Db,
  token: string,
  today: string,
): Promise<{ id: string; usedOn: string | null; may: TokenPower; actor: Actor } | null> {
  const row = await db
    .selectFrom('personal_tokens as k')
    .innerJoin('people as p', 'p.id', 'k.person')
    .select(['k.id as token', 'k.may', 'k.used_on', 'p.id', 'p.name'])
    .select(standings(today).as('standings'))
    .where('k.token_digest', '=', tokenDigest(token))
    .where('k.ends_on', '>=', today)
    .where('p.email_verified', '=', true)
    .where('p.disabled_at', 'is', null)
    .where('p.erased_at', 'is', null)
    .executeTakeFirst()
  if (!row) return null
  const actor: Actor = { person: row.id, id: row.id, name: row.name, standings: row.standings }
  return { id: row.token, usedOn: row.used_on, may: row.may, actor }
}
