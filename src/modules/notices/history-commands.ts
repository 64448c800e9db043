import type { Db, Tx } from '#platform/database/tables.ts'
import { follows } from './follows.ts'
import type { Line } from './line.ts'
import { tell } from './notice-commands.ts'
import type { Told } from './notice.ts'

const linesAtOnce = 200

/**
 * Reads what was added to the history and tells whom it concerns. The place up to which it was read moves in the same
 * transaction as the notices are written, so that each line is told of exactly once.
 */
export async function followHistory(
  db: Db,
  at: Date,
  isStopping: () => boolean = () => false,
): Promise<number> {
  let told = 0
  for (let rest = true; rest && !isStopping();) {
    const step = await db.transaction().execute((tx) => readOn(tx, at))
    told += step.told
    rest = step.lines === linesAtOnce
  }
  return told
}

async function readOn(tx: Tx, at: Date): Promise<{ lines: number; told: number }> {
  await tx
    .insertInto('notice_reading')
    .values({ name: 'history', seq: 0 })
    .onConflict((on) => on.column('name').doNothing())
    .execute()
  const { seq } = await tx
    .selectFrom('notice_reading')
    .select('seq')
    .where('name', '=', 'history')
    .forUpdate()
    .executeTakeFirstOrThrow()
  // Lines get their numbers under a lock that is held to the commit, so none with a smaller number can come later.
  const rows = await tx
    .selectFrom('history')
    .select(['seq', 'at', 'actor', 'act', 'subject_kind', 'subject_id', 'facts'])
    .where('seq', '>', seq)
    .orderBy('seq')
    .limit(linesAtOnce)
    .execute()
  const last = rows.at(-1)
  if (last === undefined) return { lines: 0, told: 0 }
  const told: Told[] = []
  for (const { subject_kind, subject_id, facts, ...line } of rows) {
    const subject = { kind: subject_kind, id: subject_id }
    const tellOf = follows[line.act]
    if (tellOf) told.push(...(await tellOf(tx, { ...line, subject, facts: facts as Line['facts'] })))
  }
  // Nobody needs to be told what they did themselves.
  const actors = new Map(rows.map(({ seq: number, actor }) => [number, actor]))
  const others = told.filter(({ person, once }) => person !== actors.get(Number(once.split(' ')[0])))
  const added = await tell(tx, others, at)
  await tx.updateTable('notice_reading').set({ seq: last.seq }).where('name', '=', 'history').execute()
  return { lines: rows.length, told: added }
}
