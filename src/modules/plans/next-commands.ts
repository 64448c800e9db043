import { permit } from '#platform/access/rights.ts'
import type { Db, Tx } from '#platform/database/tables.ts'
import { Refusal, type Issue } from '#platform/errors.ts'
import { newShortId } from '#platform/short-id.ts'
import { translationsFor, writeSources, type SourceText, type Translations } from '#platform/texts/texts.ts'
import { copyLinks } from './adjustment-commands.ts'
import { lockPlan, noteItem, notePlan, type By } from './held-plan-commands.ts'
import { insertItem } from './item-row-commands.ts'
import { carryIndicators } from './indicators/indicator-commands.ts'
import { indicatorsOfPlan } from './indicators/indicator-queries.ts'
import { indicatorFields } from './indicators/indicator.ts'
import { itemsOf } from './item-queries.ts'
import { itemFields, type Item } from './item.ts'
import { insertPlan } from './plan-commands.ts'
import { planRights } from './plan-rights.ts'
import { planFields, planThing, type Plan } from './plan.ts'

export type NextPlan = By & {
  id: string
  startsOn: string
  endsOn: string
  /** Items that go on in the next plan; those above them go along. */
  items: readonly string[]
}

/**
 * A draft that will follow a plan: it says what the plan said, and the items that are carried on keep their identity, their words in
 * all languages, their links and their indicators. Deadlines move along with the period.
 */
export const startNextPlan = (
  db: Db,
  { actor, at, id, startsOn, endsOn, items: chosen }: NextPlan,
): Promise<{ issues: Issue[] } | { id: string }> =>
  db.transaction().execute(async (tx): Promise<{ issues: Issue[] } | { id: string }> => {
    const plan = await lockPlan(tx, actor, id)
    permit(planRights, 'continue', actor, planThing(plan))
    if (await hasNext(tx, id)) throw new Refusal(409, 'plans.has-next')
    if (endsOn <= startsOn) return { issues: [{ field: 'ends-on', key: 'plans.ends-before-start' }] }
    const carried = withAbove(await itemsOf(tx, id), chosen)
    const next = await insertPlan(
      tx,
      { ...plan, id: newShortId(), version: plan.version + 1, previous: id, startsOn, endsOn },
      at,
    )
    await notePlan(
      tx,
      next,
      { actor, at, act: 'make-plan', facts: { from: id } },
      { from: null, to: next.state },
    )
    const made = await carry(tx, next, carried, { actor, at })
    await copyWords(tx, next, [{ kind: 'plan-header', from: id, to: next.id }, ...made], { actor, at })
    return { id: next.id }
  })

async function hasNext(tx: Tx, id: string): Promise<boolean> {
  const found = await tx.selectFrom('plans').select('id').where('previous', '=', id).executeTakeFirst()
  return found !== undefined
}

/** The chosen items that are still active, with all above them, in reading order. */
function withAbove(items: readonly Item[], chosen: readonly string[]): Item[] {
  const byId = new Map(items.map((item) => [item.id, item]))
  const kept = new Set<string>()
  for (const id of chosen)
    for (let item = byId.get(id); item !== undefined; item = byId.get(item.parent ?? '')) kept.add(item.id)
  return items.filter(({ id, state }) => kept.has(id) && state === 'active')
}

type Copied = { kind: 'plan-header' | 'plan-item' | 'plan-indicator'; from: string; to: string }

async function carry(tx: Tx, plan: Plan, items: readonly Item[], { actor, at }: By): Promise<Copied[]> {
  const made = new Map<string, Item>()
  const indicators = items[0] === undefined ? [] : await indicatorsOfPlan(tx, items[0].plan)
  const carried: Copied[] = []
  for (const item of items) {
    const above = item.parent === null ? null : (made.get(item.parent) ?? null)
    const row = await insertItem(
      tx,
      {
        plan,
        above,
        items: [...made.values()],
        level: item.level,
        language: item.language,
        content: { ...item, ...datesWithin(item, plan) },
        lineage: item.lineage,
        carriedFrom: item.id,
      },
      at,
    )
    made.set(item.id, { ...item, ...row, state: 'active' })
    await copyLinks(tx, item, row.id)
    const facts = { from: item.id }
    await noteItem(tx, row, { actor, at, act: 'carry-item', facts }, { from: null, to: 'active' })
    carried.push({ kind: 'plan-item', from: item.id, to: row.id })
    const own = indicators.filter((one) => one.item === item.id)
    for (const ids of await carryIndicators(tx, own, row, { actor, at }))
      carried.push({ kind: 'plan-indicator', ...ids })
  }
  return carried
}

/** A deadline that lies before the period is left open: a new one must be set by a person. */
const datesWithin = ({ startsOn, deadlineOn, deadlineTime }: Item, plan: Plan) => {
  const isWithin = deadlineOn !== null && deadlineOn >= plan.startsOn && deadlineOn <= plan.endsOn
  return { startsOn, deadlineOn: isWithin ? deadlineOn : null, deadlineTime: isWithin ? deadlineTime : null }
}

/** The originals in all languages in which somebody gave them; what was translated waits for a translator's look. */
async function copyWords(tx: Tx, plan: Plan, copied: readonly Copied[], { actor, at }: By): Promise<void> {
  const translations = await translationsFor(
    tx,
    copied.map(({ kind, from }) => ({ kind, id: from })),
  )
  const texts = copied.flatMap(({ kind, from, to }) =>
    fieldsOfKind[kind].flatMap((field) => sourcesOf(translations(kind, from), { kind, id: to, field })),
  )
  await writeSources(tx, { bundle: `plan-header/${plan.id}`, texts }, actor.id, at)
}

const fieldsOfKind: Record<Copied['kind'], readonly string[]> = {
  'plan-header': planFields,
  'plan-item': itemFields,
  'plan-indicator': indicatorFields,
}

function sourcesOf(
  translations: Translations,
  place: { kind: string; id: string; field: string },
): SourceText[] {
  const all = Object.entries(translations ?? {}).flatMap(([language, fields]) => {
    const { text = null, state, isSource } = fields[place.field] ?? {}
    const isKept = state === 'original' || state === 'human' || state === 'reviewed'
    return text === null || text === '' || !isKept ? [] : [{ language, text, isSource: isSource === true }]
  })
  const source = all.find(({ isSource }) => isSource)
  if (source === undefined) return []
  const others = all.filter(({ isSource }) => !isSource)
  return [
    {
      ...place,
      language: source.language as SourceText['language'],
      text: source.text,
      alsoIn: Object.fromEntries(others.map(({ language, text }) => [language, text])),
      visibility: 'secretariat',
    },
  ]
}
