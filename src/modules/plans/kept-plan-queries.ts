import type { Db } from '#platform/database/tables.ts'
import { following } from '#platform/following.ts'
import type { LanguageCode } from '#platform/languages.ts'
import type { TouchingLine } from '#platform/search/feeding/search-source.ts'
import type { Visit } from '#platform/web/visit.ts'
import { itemsRead, type ItemRead } from './item-queries.ts'

/** What was read of plans, by plan and question; the last to be asked for stands last. */
type Kept = { answers: Map<string, Map<string, Promise<unknown>>>; planOf: Map<string, string> }

const mostPlans = 30

const keptPlans = following<Kept>({
  begin: () => Promise.resolve({ answers: new Map(), planOf: new Map() }),
  follow: (_db, kept, lines) => {
    const touched = lines.map((line) => planTouched(line, kept.planOf))
    if (touched.includes('any')) return Promise.resolve(null)
    for (const plan of touched) if (plan !== null) kept.answers.delete(plan)
    return Promise.resolve(kept)
  },
})

type Asker = Pick<Visit, 'asOf'> & { db: Db }

/**
 * What a question about one plan was answered, until a line of the history concerns the plan: its items, its words, what was reported
 * on it. The key names the question with all that its answer depends on besides. Not for commands; the past is asked anew.
 */
export async function whilePlanUnchanged<Value>(
  { db, asOf }: Asker,
  { plan, key }: { plan: string; key: string },
  read: () => Promise<Value>,
): Promise<Value> {
  if (asOf !== undefined) return read()
  const { answers } = await keptPlans(db)
  const own = answers.get(plan) ?? new Map<string, Promise<unknown>>()
  const known = own.get(key)
  answers.delete(plan)
  answers.set(plan, own)
  if (known !== undefined) return known as Promise<Value>
  const [oldest] = answers.keys()
  if (answers.size > mostPlans && oldest !== undefined) answers.delete(oldest)
  const value = read()
  own.set(key, value)
  // A failed question must not be remembered as an answer.
  value.catch(() => own.delete(key))
  return value
}

/** The items of a plan with their words, for its pages. */
export async function itemsShown(
  { db, language, asOf }: Asker & { language: LanguageCode },
  plan: string,
): Promise<ItemRead[]> {
  const items = await whilePlanUnchanged({ db, asOf }, { plan, key: `items ${language}` }, () =>
    itemsRead(db, plan, language),
  )
  if (asOf === undefined) {
    const { planOf } = await keptPlans(db)
    for (const { item } of items) planOf.set(item.id, plan)
  }
  return items
}

/** The plan that a line concerns, by its id; 'any' where that cannot be told. `planOf`: of items that are known. */
export function planTouched(
  { subject: { kind, id }, facts }: TouchingLine,
  planOf: ReadonlyMap<string, string>,
): string | null {
  const [bundle, record = ''] = id.split('/')
  if (bundle === 'plan-header') return record
  if (bundle === 'plan-item') return planOf.get(record) ?? null
  if (kind === 'plan') return id
  if (!kind.startsWith('plan')) return null
  const named = facts['plan']
  return typeof named === 'string' ? named : 'any'
}
