import { sql } from 'kysely'
import type { Db } from '#platform/database/tables.ts'
import type { TouchingLine } from '#platform/search/feeding/search-source.ts'

/** Acts on an item that change nothing of the others in its plan. */
const ofItemAlone: ReadonlySet<string> = new Set([
  'plans.link-item',
  'plans.edit-item',
  'plans.word-item',
  'plans.adjust-item',
])

/** Ids of the items that lines of the history may have changed, gone ones too. */
export async function touchedItems(db: Db, lines: readonly TouchingLine[]): Promise<string[]> {
  const items = lines.flatMap((line) => itemsIn(line))
  const plans = [...new Set(lines.flatMap((line) => plansIn(line)))]
  if (plans.length === 0) return [...new Set(items)]
  const found = await sql<{ id: string }>`
    select id from plan_items where plan = any(${plans}::text[])`.execute(db)
  return [...new Set([...items, ...found.rows.map(({ id }) => id)])]
}

/** The words of a record change under the name of their bundle. */
function itemsIn({ subject: { kind, id }, facts }: TouchingLine): string[] {
  if (kind === 'plan-item') return [id]
  if (kind === 'plan-overlap') return id.split('-')
  const named = facts['item']
  return [
    ...(typeof named === 'string' && kind.startsWith('plan-') ? [named] : []),
    ...(/^plan-item\/(\w+)$/.exec(id)?.slice(1) ?? []),
  ]
}

/** Whose items may all be others: by a change of the plan itself, or of an item that moves, splits or counts its fellows anew. */
function plansIn({ act, subject: { kind, id }, facts }: TouchingLine): string[] {
  if (kind === 'plan') return act === 'plans.publish-edition' ? [] : [id]
  const within = facts['plan']
  return [
    ...(kind === 'plan-item' && !ofItemAlone.has(act) && typeof within === 'string' ? [within] : []),
    ...(/^plan-header\/(\w+)$/.exec(id)?.slice(1) ?? []),
  ]
}
