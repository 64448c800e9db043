import { sql } from 'kysely'
import type { Tx } from '#platform/database/tables.ts'
import { record } from '#platform/history.ts'
import { holdTexts, removeTexts } from '#platform/texts/texts.ts'
import './tables.ts'

/** A due date that a record answered, and where it is written that the recipient considered it. */
export type Considered = { duty: string; occurrence: string; source: string }

/**
 * Takes records of a module above away from the duties that they were shown at, with what was noted of them: they are about to go.
 * The history keeps its lines.
 */
export async function clearAnswers(
  tx: Tx,
  { kind, ids, considered }: { kind: string; ids: readonly string[]; considered: readonly Considered[] },
  { actor, at }: { actor: string; at: Date },
): Promise<void> {
  const shown = await sql<{ id: string }>`
    select id from evidence where record_kind = ${kind} and record_id = any(${[...ids]}::text[])
    order by id for update`.execute(tx)
  const noted = await sql<{ duty: string; occurrence: string }>`
    select distinct c.duty, c.occurrence from considerations c
    join jsonb_to_recordset(${JSON.stringify(considered)}::jsonb) as x(duty text, occurrence text, source text)
      on x.duty = c.duty and x.occurrence = c.occurrence and x.source = c.source
    order by c.duty, c.occurrence`.execute(tx)
  const evidence = shown.rows.map(({ id }) => ({ kind: 'evidence', id }))
  if (evidence.length > 0) await holdTexts(tx, evidence)
  await sql`delete from evidence where id = any(${shown.rows.map(({ id }) => id)})`.execute(tx)
  await sql`
    delete from considerations c using jsonb_to_recordset(${JSON.stringify(considered)}::jsonb)
      as x(duty text, occurrence text, source text)
    where x.duty = c.duty and x.occurrence = c.occurrence and x.source = c.source`.execute(tx)
  const gone = [
    ...evidence,
    ...noted.rows.map(({ duty, occurrence }) => ({ kind: 'consideration', id: `${duty}@${occurrence}` })),
  ]
  for (const subject of gone) await record(tx, { act: 'mandates.clear-demo', subject, actor, parts: {} }, at)
  if (evidence.length > 0) await removeTexts(tx, evidence, actor, at)
}
