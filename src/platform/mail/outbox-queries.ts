import { sql, type Selectable } from 'kysely'
import type { Db, Tables } from '../database/tables.ts'
import { limitOf, readCursor, UnreadableCursor, writeCursor, type PageOf } from '../web/listing.ts'
import { mailStates, type MailState } from './tables.ts'

const columns = [
  'id',
  'address',
  'name',
  'language',
  'kind',
  'content',
  'secret',
  'state',
  'failure',
  'answer',
  'attempts',
  'created_at',
  'changed_at',
  'due_at',
  'until',
] as const

export type MailRow = Pick<Selectable<Tables['outbox']>, (typeof columns)[number]>

/** States in which something is still to happen or somebody should look. */
export const openMailStates = ['dead', 'kept', 'waiting', 'sending'] as const satisfies MailState[]

/** Mails in some states, the latest change first, with the number in each state. */
export async function mailList(
  db: Db,
  asked: { states: readonly MailState[] } & PageOf,
): Promise<{ rows: MailRow[]; total: number; next: string | null; counts: Record<MailState, number> }> {
  const key = readCursor(asked.after, ['moment', 'text'])
  const limit = limitOf(asked)
  let query = db
    .selectFrom('outbox')
    .select(columns)
    .where('state', 'in', asked.states)
    .orderBy('changed_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
  if (key) {
    if (!isMailId(key[1])) throw new UnreadableCursor()
    query = query.where(sql<boolean>`(changed_at, id) < (${key[0]}::timestamptz, ${key[1]}::uuid)`)
  }
  const found = await query.execute()
  const counts = await mailCounts(db)
  const rows = found.slice(0, limit)
  const last = rows.at(-1)
  return {
    rows,
    counts,
    total: asked.states.reduce((sum, state) => sum + counts[state], 0),
    next: found.length > limit && last ? writeCursor([last.changed_at.toISOString(), last.id]) : null,
  }
}

/** How many mails are in each state. */
export async function mailCounts(db: Db): Promise<Record<MailState, number>> {
  const counted = await db
    .selectFrom('outbox')
    .select((is) => ['state', is.fn.countAll<number>().as('count')])
    .groupBy('state')
    .execute()
  const known = new Map(counted.map(({ state, count }) => [state, count]))
  return Object.fromEntries(mailStates.map((state) => [state, known.get(state) ?? 0])) as Record<
    MailState,
    number
  >
}

export async function mailById(db: Db, id: string): Promise<MailRow | null> {
  if (!isMailId(id)) return null
  return (await db.selectFrom('outbox').select(columns).where('id', '=', id).executeTakeFirst()) ?? null
}

export const isMailId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)
