import { liveInOrder, type Life } from '#modules/activities/index.ts'
import { latestMatrixVersion } from '#modules/matrix/index.ts'
import type { Db } from '#platform/database/tables.ts'
import { languageCodes } from '#platform/languages.ts'
import { dayOf } from '#platform/ui/format.ts'
import { adjustDates, splitItem } from '../adjustment-commands.ts'
import type { By } from '../held-plan-commands.ts'
import { itemsOf } from '../item-queries.ts'
import { startNextPlan } from '../next-commands.ts'
import { changeHeader, changePlanWords, startPlan, takePlanStep } from '../plan-commands.ts'
import { itemFields } from '../item.ts'
import { planFields } from '../plan.ts'
import { linkWaiting, putItems, type MadePlan } from './demo-item-commands.ts'
import { keeperOf, takerOf } from './demo-people.ts'
import { daysAfter, momentOf, readDemoPlans, wordsIn, type DemoEvent, type DemoPlan } from './demo-plans.ts'
import { commentOn, dispose } from './demo-comment-commands.ts'
import { lock, measure, open, putIndicators, report, review } from './demo-progress-commands.ts'
import { taskForceLives } from './demo-task-force-commands.ts'
import { translate } from './demo-translation-commands.ts'
import { sound } from './sound.ts'

/**
 * Brings the invented road maps and the operational plan with all that has happened to them and what the task force made of them, in
 * the order of time. Loaded once:
 * what is there already stays.
 */
export async function loadDemoPlans(db: Db, { at }: { at: Date }): Promise<{ plans: number }> {
  const { lives, made } = await demoPlanLives(db, { at })
  await liveInOrder(lives, at)
  return { plans: made.size }
}

/** The same to be lived beside others: `made` fills as the plans come; nothing where they are there already. */
export async function demoPlanLives(
  db: Db,
  { at: now }: { at: Date },
): Promise<{ lives: Life[]; made: Map<string, MadePlan> }> {
  const made = new Map<string, MadePlan>()
  const known = await db
    .selectFrom('plans')
    .select('id')
    .where('is_example', '=', true)
    .limit(1)
    .executeTakeFirst()
  if (known !== undefined) return { lives: [], made }
  const plans = readDemoPlans()
  return {
    lives: [...plans.map((plan) => lifeOf(db, plan, made, now)), ...taskForceLives(db, made, now)],
    made,
  }
}

/** The life of one plan, each step through the command that people use. */
async function* lifeOf(db: Db, plan: DemoPlan, made: Map<string, MadePlan>, now: Date): Life {
  const actor = keeperOf(plan)
  const begun = momentOf(plan.madeOn, now)
  yield begun
  const before = plan.follows === null ? null : (made.get(plan.follows) ?? null)
  const own = before === null ? await start(db, plan, begun) : await follow(db, plan, before, begun)
  made.set(plan.name, own)
  const written = daysAfter(begun, 5)
  yield written
  await putItems(db, plan, own, { actor, at: written })
  await putIndicators(db, plan, own, { actor, at: written })
  for (const event of plan.events) {
    const at = momentOf(event.on, now)
    yield at
    await linkWaiting(db, plan, own, { actor, at })
    await happen(db, plan, own, event, { at, now })
  }
}

async function start(db: Db, plan: DemoPlan, at: Date): Promise<MadePlan> {
  const { type, language, actionLine, lead, facilitators, startsOn, endsOn } = plan
  const header = { type, language, actionLine, lead, facilitators, startsOn, endsOn }
  const by = { actor: keeperOf(plan), at }
  const words = wordsIn(plan, planFields, language)
  const { id } = sound(plan.name, await startPlan(db, { ...by, ...header, words, isExample: true }))
  await putPlanWords(db, plan, id, by, [language])
  return { id, items: new Map(), ids: new Map(), waiting: [] }
}

/** Begins the plan that follows another, with those of its items that go on. */
async function follow(db: Db, plan: DemoPlan, before: MadePlan, at: Date): Promise<MadePlan> {
  const { startsOn, endsOn, actionLine, lead, facilitators } = plan
  const by = { actor: keeperOf(plan), at }
  const carried = plan.items.flatMap(({ key, isCarried }) => (isCarried ? [key] : []))
  const items = carried.map((key) => before.items.get(key) ?? '')
  const { id } = sound(plan.name, await startNextPlan(db, { ...by, id: before.id, startsOn, endsOn, items }))
  const header = { actionLine, lead, facilitators, startsOn, endsOn }
  sound(plan.name, await changeHeader(db, { ...by, id, revision: 1, ...header }))
  await putPlanWords(db, plan, id, by, [])
  const keyOf = new Map([...before.items].map(([key, item]) => [item, key]))
  const rows = await itemsOf(db, id)
  return {
    id,
    items: new Map(rows.map((item) => [keyOf.get(item.carriedFrom ?? '') ?? item.id, item.id])),
    ids: new Map(),
    waiting: [],
  }
}

async function putPlanWords(db: Db, plan: DemoPlan, id: string, by: By, known: readonly string[]) {
  // The original comes first: the others are kept as its translations.
  for (const language of [plan.language, ...languageCodes.filter((code) => code !== plan.language)])
    if (!known.includes(language))
      await changePlanWords(db, { ...by, id, language, words: wordsIn(plan, planFields, language) })
}

type Moment = { at: Date; now: Date }

async function happen(db: Db, plan: DemoPlan, own: MadePlan, event: DemoEvent, { at, now }: Moment) {
  switch (event.does) {
    case 'step':
      return takeStep(db, plan, own, event, { at, now })
    case 'comment':
      return commentOn(db, plan, own, event, at)
    case 'dispose':
      return dispose(db, plan, own, event, at)
    case 'measure':
      return measure(db, plan, own, event, at)
    case 'period':
      return open(db, plan, own, event, at)
    case 'lock':
      return lock(db, own, event, at)
    case 'report':
      return report(db, plan, own, event, at)
    case 'review':
      return review(db, own, event, at)
    case 'adjust':
    case 'split':
      return adjust(db, plan, own, event, at)
  }
}

async function takeStep(
  db: Db,
  plan: DemoPlan,
  { id }: MadePlan,
  { step, commentsUntil }: DemoEvent & { does: 'step' },
  { at, now }: Moment,
) {
  const matrix = step === 'present' ? await latestMatrixVersion(db) : null
  const asked = {
    ...{ actor: takerOf(step, plan), at, id, matrixVersion: matrix?.number ?? null },
    ...(commentsUntil === undefined ? {} : { commentsUntil: dayOf(momentOf(commentsUntil, now)) }),
  }
  sound(`${plan.name}: ${step}`, await takePlanStep(db, step, asked))
}

async function adjust(
  db: Db,
  plan: DemoPlan,
  own: MadePlan,
  event: DemoEvent & { does: 'adjust' | 'split' },
  at: Date,
) {
  const id = own.items.get(event.item) ?? ''
  const revision = (await itemsOf(db, own.id)).find((item) => item.id === id)?.revision ?? 0
  const by = { actor: keeperOf(plan), at, id, revision, reason: event.reason }
  if (event.does === 'adjust') {
    const { startsOn, deadlineOn, deadlineTime } = event
    sound(plan.name, await adjustDates(db, { ...by, startsOn, deadlineOn, deadlineTime }))
    return
  }
  const titles = event.parts.map((part) => part[plan.language])
  const { ids } = sound(plan.name, await splitItem(db, { ...by, titles }))
  const whole = plan.items.find(({ key }) => key === event.item)
  const { language } = plan
  for (const [place, part] of ids.entries()) {
    const said = { ...whole, title: event.parts[place] }
    await translate(db, { kind: 'plan-item', id: part, language }, said, itemFields, at)
  }
}
