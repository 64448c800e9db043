import type { Db, Tx } from '#platform/database/tables.ts'
import type { Issue } from '#platform/errors.ts'
import { changeSection, lockSection, type By } from '../held-report-commands.ts'
import { permitIn } from '../sections/section-commands.ts'
import { partsOf } from '../sections/section-queries.ts'
import { faultsOf, mostParts, type PartQuery } from './part.ts'

export type PartRequest = By & {
  section: string
  revision?: number
  key: string
  query: PartQuery
  isNew: boolean
}

/** Puts a live part into a section, or asks it another question. */
export const savePart = (db: Db, asked: PartRequest): Promise<{ issues: Issue[] }> =>
  db.transaction().execute((tx) => savePartIn(tx, asked))

/** The same in a transaction that is open. */
export async function savePartIn(tx: Tx, asked: PartRequest): Promise<{ issues: Issue[] }> {
  const { actor, at, key, query, isNew } = asked
  const { report, section } = await lockSection(tx, actor, asked.section, asked.revision)
  permitIn(report, section, 'ask', asked)
  const known = await partsOf(tx, report.id)
  const issues = [...issuesOfQuery(query), ...issuesOfKey(known, asked)]
  if (issues.length > 0) return { issues }
  const place = 1 + Math.max(0, ...known.map((part) => (part.section === section.id ? part.place : 0)))
  const stored = JSON.stringify(query)
  if (isNew)
    await tx
      .insertInto('report_parts')
      .values({ report: report.id, key, section: section.id, place, query: stored })
      .execute()
  else
    await tx
      .updateTable('report_parts')
      .set({ query: stored })
      .where('report', '=', report.id)
      .where('key', '=', key)
      .execute()
  await changeSection(tx, section, {}, { actor, at, act: 'ask-part', facts: { part: key } })
  return { issues: [] }
}

/** Takes a live part out; a text that still speaks of it shows its key until it is written anew. */
export const dropPart = (db: Db, asked: PartDropped): Promise<void> =>
  db.transaction().execute((tx) => dropPartIn(tx, asked))

type PartDropped = Omit<PartRequest, 'query' | 'isNew'>

export async function dropPartIn(
  tx: Tx,
  { actor, at, section: id, revision, key }: PartDropped,
): Promise<void> {
  const { report, section } = await lockSection(tx, actor, id, revision)
  permitIn(report, section, 'ask', { actor })
  await tx.deleteFrom('report_parts').where('report', '=', report.id).where('key', '=', key).execute()
  await changeSection(tx, section, {}, { actor, at, act: 'drop-part', facts: { part: key } })
}

export const issuesOfQuery = (query: PartQuery): Issue[] =>
  faultsOf(query).map(({ field, rule, valid }) =>
    rule === 'needed'
      ? { field, key: 'form.value.wrong', rule: 'rule.required', validValues: [...valid] }
      : { field, key: 'form.value.choice', validValues: [...valid] },
  )

function issuesOfKey(known: readonly { key: string }[], { key, isNew }: PartRequest): Issue[] {
  if (!isNew) return []
  return [
    ...(/^[a-z][a-z0-9-]{0,39}$/.test(key)
      ? []
      : [{ field: 'key', key: 'form.value.wrong' as const, rule: 'rule.plan-code' as const }]),
    ...(known.some((part) => part.key === key) ? [{ field: 'key', key: 'reports.part-taken' as const }] : []),
    ...(known.length < mostParts
      ? []
      : [{ field: 'key', key: 'reports.too-many-parts' as const, values: { most: mostParts } }]),
  ]
}
