import { sql, type RawBuilder } from 'kysely'
import type { Db } from '#platform/database/tables.ts'
import { remembered } from '#platform/remembered.ts'
import type { PlanState } from '../plan.ts'
import type { PlanContent } from './plan-content.ts'

export type EditionRow = {
  plan: string
  number: number
  state: PlanState
  publishedAt: Date
  digest: string
  items: number
}

export type Edition = EditionRow & { content: PlanContent }

/** The editions of a plan, the latest first. */
export async function editionsOf(db: Db, plan: string): Promise<EditionRow[]> {
  const rows = await headsOf(db, sql`e.plan = ${plan}`)
  if (rows.length === 0) return []
  const counts = await itemCounts(db, nameOf(rows), async () => {
    const found = await sql<{ number: number; items: number }>`
      select e.number, jsonb_array_length(e.content -> 'items') as items from plan_editions e
      where e.plan = ${plan}`.execute(db)
    return new Map(found.rows.map(({ number, items }) => [number, items]))
  })
  return rows.map((row) => ({ ...row, items: counts.get(row.number) ?? 0 }))
}

export async function editionOf(db: Db, plan: string, number: number): Promise<Edition | null> {
  const [row] = await headsOf(db, sql`e.plan = ${plan} and e.number = ${number}`)
  if (row === undefined) return null
  const content = await contents(db, nameOf([row]), async () => {
    const found = await sql<{ content: PlanContent }>`
      select e.content from plan_editions e where e.plan = ${plan} and e.number = ${number}`.execute(db)
    return found.rows[0]?.content ?? null
  })
  return content === null ? null : { ...row, items: content.items.length, content }
}

/** Nothing writes an edition over, so its content, hundreds of kilobytes in six languages, is read once. */
const contents = remembered<PlanContent | null>(24)
const itemCounts = remembered<Map<number, number>>(500)

type Head = Omit<EditionRow, 'items'>

const nameOf = (rows: readonly Head[]): string =>
  rows.map(({ plan, number, digest }) => `${plan} ${number} ${digest}`).join(', ')

async function headsOf(db: Db, where: RawBuilder<unknown>): Promise<Head[]> {
  const found = await sql<Head>`
    select e.plan, e.number, e.state, e.published_at as "publishedAt", e.digest
    from plan_editions e where ${where} order by e.number desc`.execute(db)
  return found.rows
}

export async function editionCount(db: Db, plan: string): Promise<number> {
  const found = await sql<{ count: number }>`
    select count(*)::int as count from plan_editions e where e.plan = ${plan}`.execute(db)
  return found.rows[0]?.count ?? 0
}
