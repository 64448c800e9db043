import { sql, type RawBuilder, type Selectable } from 'kysely'
import type { Actor } from '#platform/access/actor.ts'
import { may } from '#platform/access/rights.ts'
import type { Db, Tables } from '#platform/database/tables.ts'
import type { LanguageCode } from '#platform/languages.ts'
import { textsOf, type TextRead } from '#platform/texts/texts.ts'
import { publicCallStates, type Call, type CallField } from './call.ts'
import { callRights } from './call-rights.ts'
import './tables.ts'

/** The words of a call as a reader of one language gets them. */
export type CallWords = Record<CallField, TextRead | undefined>

export type CallRead = { call: Call; words: CallWords }

/** Where every read of calls `c` begins: everybody sees what was opened, the secretariat drafts too. */
export const callsSeenBy = (actor: Actor): RawBuilder<boolean> =>
  may(callRights, 'make', actor, { state: 'draft' })
    ? sql<boolean>`c.state <> 'discarded'`
    : sql<boolean>`c.state in (${sql.join(publicCallStates.map((state) => sql.lit(state)))})`

/** A call with its words; null for what is not there and for what the actor may not see. */
export async function callRead(
  db: Db,
  actor: Actor,
  id: string,
  language: LanguageCode,
): Promise<CallRead | null> {
  const row = await calls(db, actor).where('c.id', '=', id).executeTakeFirst()
  if (row === undefined) return null
  const [read] = await withWords(db, [asCall(row)], language)
  return read ?? null
}

/** All calls that somebody sees, the latest cut-off first. */
export async function callList(db: Db, actor: Actor, language: LanguageCode): Promise<CallRead[]> {
  const rows = await calls(db, actor).orderBy('c.cut_off', 'desc').orderBy('c.id').execute()
  return withWords(db, rows.map(asCall), language)
}

/** Calls that an entry may name: those that are open, and one that was named already or by the address. */
export async function callsToAnswer(
  db: Db,
  language: LanguageCode,
  named: string | null,
): Promise<CallRead[]> {
  const rows = await db
    .selectFrom('calls as c')
    .selectAll('c')
    .where((is) => is.or([is('c.state', '=', 'open'), is('c.id', '=', named)]))
    .where('c.state', 'in', publicCallStates)
    .orderBy('c.cut_off')
    .orderBy('c.id')
    .execute()
  return withWords(db, rows.map(asCall), language)
}

/** Whether entries may name it: it is public, and a closed one is answered late. */
export async function isAnswerable(db: Db, id: string): Promise<boolean> {
  const row = await db
    .selectFrom('calls')
    .select('id')
    .where('id', '=', id)
    .where('state', 'in', publicCallStates)
    .executeTakeFirst()
  return row !== undefined
}

export type CallTitles = ReadonlyMap<string, TextRead>

/** What calls are called, for those who see them; others are missing. */
export async function callTitles(
  db: Db,
  actor: Actor,
  ids: readonly string[],
  language: LanguageCode,
): Promise<Map<string, TextRead>> {
  if (ids.length === 0) return new Map()
  const rows = await calls(db, actor).where('c.id', 'in', ids).execute()
  const read = await withWords(db, rows.map(asCall), language)
  return new Map(
    read.flatMap(({ call, words }): [string, TextRead][] => (words.title ? [[call.id, words.title]] : [])),
  )
}

export async function withWords(db: Db, found: readonly Call[], language: LanguageCode): Promise<CallRead[]> {
  const texts = await textsOf(
    db,
    found.map(({ id }) => ({ kind: 'call', id })),
    language,
  )
  return found.map((call) => {
    const { title, letter } = texts.get('call', call.id)
    return { call, words: { title, letter } }
  })
}

const calls = (db: Db, actor: Actor) => db.selectFrom('calls as c').selectAll('c').where(callsSeenBy(actor))

/** A row as the rest of the room knows it. */
export const asCall = (row: Selectable<Tables['calls']>): Call => ({
  id: row.id,
  state: row.state,
  language: row.language,
  opensOn: row.opens_on,
  cutOff: row.cut_off,
  zone: row.zone,
  remindDays: row.remind_days,
  remindedAt: row.reminded_at,
  openedAt: row.opened_at,
  closedAt: row.closed_at,
  revision: row.revision,
  isExample: row.is_example,
})
