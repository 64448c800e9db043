import type { Actor } from '#platform/access/actor.ts'
import type { Db } from '#platform/database/tables.ts'
import { together } from '#platform/database/together.ts'
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

type Holder = { id: string; usedOn: string | null; may: TokenPower; actor: Actor }

/** Who holds a token that is good on a day, with all roles that are valid then. One question for all who ask at the same moment. */
export const holderOfToken = (db: Db, token: string, today: string): Promise<Holder | null> =>
  holders(db, { digest: tokenDigest(token), today })

const holders = together(async (db, asked: { digest: string; today: string }[]) => {
  const days = [...new Set(asked.map(({ today }) => today))]
  const found = await Promise.all(
    days.map((day) =>
      holdersOn(
        db,
        day,
        asked.filter(({ today }) => today === day).map(({ digest }) => digest),
      ),
    ),
  )
  return asked.map(({ digest, today }) => found[days.indexOf(today)]?.get(digest) ?? null)
})

async function holdersOn(db: Db, today: string, digests: string[]): Promise<Map<string, Holder>> {
  const rows = await db
    .selectFrom('personal_tokens as k')
    .innerJoin('people as p', 'p.id', 'k.person')
    .select(['k.id as token', 'k.token_digest', 'k.may', 'k.used_on', 'p.id', 'p.name'])
    .select(standings(today).as('standings'))
    .where((is) => is('k.token_digest', '=', is.fn.any(is.val([...new Set(digests)]))))
    .where('k.ends_on', '>=', today)
    .where('p.email_verified', '=', true)
    .where('p.disabled_at', 'is', null)
    .where('p.erased_at', 'is', null)
    .execute()
  return new Map(
    rows.map(({ token: id, token_digest, used_on: usedOn, may, id: person, name, standings: held }) => [
      token_digest,
      { id, usedOn, may, actor: { person, id: person, name, standings: held } },
    ]),
  )
}
