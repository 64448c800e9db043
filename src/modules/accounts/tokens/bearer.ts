import type { Actor } from '#platform/access/actor.ts'
import type { Db } from '#platform/database/tables.ts'
import { dayOf } from '#platform/ui/format.ts'
import { markUsed } from './token-commands.ts'
import { holderOfToken } from './token-queries.ts'
import { isPersonalToken, type TokenPower } from './token.ts'

/** Who acts through a token, and what it lets them do; null when nobody does. */
export async function bearerOfToken(
  db: Db,
  token: string,
  now: Date,
): Promise<{ actor: Actor; may: TokenPower } | null> {
  if (!isPersonalToken(token)) return null
  const today = dayOf(now)
  const held = await holderOfToken(db, token, today)
  if (held === null) return null
  if (held.usedOn !== today) await markUsed(db, held.id, today)
  return { actor: held.actor, may: held.may }
}
