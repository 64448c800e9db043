import type { Db } from '#platform/database/tables.ts'
import { following } from '#platform/following.ts'
import type { LanguageCode } from '#platform/languages.ts'
import type { TouchingLine } from '#platform/search/feeding/search-source.ts'
import type { Visit } from '#platform/web/visit.ts'
import { itemsRead, type ItemRead } from './item-queries.ts'

type Kept = {
  /** What was read of plans, by plan and question; the last to be asked for stands last. */
  answers: Map<string, Map<string, Promise<unknown>>>
  /** The plans of the records whose words were read, by their bundle: 'plan-item/x'. */
  planOf: Map<string, string>
  /** How many lines told of words of which nobody knew then whose they are. */
  unplaced: number
}

const mostPlans = 30

const keptPlans = following<Kept>({
  begin: () => Promise.resolve({ answers: new Map(), planOf: new Map(), unplaced: 0 }),
  follow: (_db, kept, lines) => {
    const touched = lines.map((line) => planTouched(line, kept.planOf))
    if (touched.includes('any')) return Promise.resolve(null)
    for (const plan of touched) if (plan !== null && plan !== 'unplaced') kept.answers.delete(plan)
    if (touched.includes('unplaced')) kept.unplaced += 1
    return Promise.resolve(kept)
  },
})

type Asker = Pick<Visit, 'asOf'> & { db: Db }

type Question<Value> = {
  plan: string
  /** Names the question with all that its answer depends on besides the plan. */
  key: string
  /** The bundles whose words the answer holds, but for the plan's own. */
  wordsOf?: (value: Value) => readonly string[]
}

/**
 * What a question about one plan was answered, until a line of the history concerns the plan: its items, its words, what was reported
 * on it. Not for commands; the past is asked anew.
 */
export async function whilePlanUnchanged<Value>(
  { db, asOf }: Asker,
  question: Question<Value>,
  read: () => Promise<Value>,
): Promise<Value> {
  if (asOf !== undefined) return read()
  const kept = await keptPlans(db)
  const { plan, key } = question
  const own = kept.answers.get(plan) ?? new Map<string, Promise<unknown>>()
  const known = own.get(key)
  kept.answers.delete(plan)
  kept.answers.set(plan, own)
  if (known !== undefined) return known as Promise<Value>
  const [oldest] = kept.answers.keys()
  if (kept.answers.size > mostPlans && oldest !== undefined) kept.answers.delete(oldest)
  const value = placed(kept, question, read)
  const forgotten = () => own.delete(key)
  own.set(
    key,
    value.then((answer) => answer.value),
  )
  // Neither a failed question nor what may be older than words that came meanwhile is remembered.
  value.then(({ isLasting }) => isLasting || forgotten(), forgotten)
  return (await value).value
}

/**
 * Reads, and notes whose words these are. Words that were followed meanwhile, before that was known, may be some of these and newer:
 * then the answer is good for whoever asked before, and for nobody after.
 */
async function placed<Value>(
  kept: Kept,
  { plan, wordsOf = () => [] }: Question<Value>,
  read: () => Promise<Value>,
): Promise<{ value: Value; isLasting: boolean }> {
  const before = kept.unplaced
  const value = await read()
  for (const bundle of wordsOf(value)) kept.planOf.set(bundle, plan)
  return { value, isLasting: kept.unplaced === before }
}

/** The items of a plan with their words, for its pages. */
export const itemsShown = (
  { db, language, asOf }: Asker & { language: LanguageCode },
  plan: string,
): Promise<ItemRead[]> =>
  whilePlanUnchanged(
    { db, asOf },
    {
      ...{ plan, key: `items ${language}` },
      wordsOf: (items) => items.map(({ item }) => `plan-item/${item.id}`),
    },
    () => itemsRead(db, plan, language),
  )

/**
 * The plan that a line concerns, by its id; 'any' where that cannot be told, 'unplaced' for words of a record of which nobody has
 * said whose it is. `planOf`: of bundles of words that are known.
 */
export function planTouched(
  { subject: { kind, id }, facts }: TouchingLine,
  planOf: ReadonlyMap<string, string>,
): string | null {
  const [bundle = '', record = ''] = id.split('/')
  if (bundle === 'plan-header') return record
  if (record !== '' && bundle.startsWith('plan-')) return planOf.get(id) ?? 'unplaced'
  if (kind === 'plan') return id
  if (!kind.startsWith('plan')) return null
  const named = facts['plan']
  return typeof named === 'string' ? named : 'any'
}
