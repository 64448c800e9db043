import { addItem } from '#modules/plans/item-commands.ts'
import type { ItemContent } from '#modules/plans/item-row-commands.ts'
import type { ItemField } from '#modules/plans/item.ts'
import { startPlan, takePlanStep, type NewPlan, type StepRequest } from '#modules/plans/plan-commands.ts'
import type { PlanStep } from '#modules/plans/plan-steps.ts'
import { operator } from '#platform/access/actor.ts'
import type { Db } from '#platform/database/tables.ts'

export const planMoment = new Date('2026-09-01T09:00:00Z')

/** A draft of a road map for C5, without items; what is not given is usual. */
export async function newPlan(db: Db, of: Partial<NewPlan> = {}): Promise<string> {
  const made = await startPlan(db, {
    actor: operator,
    at: planMoment,
    type: 'road-map',
    language: 'en',
    actionLine: 'C5',
    lead: 'itu',
    facilitators: [],
    startsOn: '2026-10-01',
    endsOn: '2027-12-31',
    words: {
      title: 'Road map for lamps that can be trusted',
      vision: 'Every lamp tells the truth.',
      context: '',
      risks: '',
    },
    ...of,
  })
  if ('issues' in made) throw new Error(JSON.stringify(made.issues))
  return made.id
}

const noContent: ItemContent = {
  lead: null,
  parties: [],
  codes: [],
  startsOn: null,
  deadlineOn: null,
  deadlineTime: null,
  amount: null,
  currency: null,
  staffMonths: null,
}

/** An item of a plan: its level, the item above, a title. */
export async function newItem(
  db: Db,
  {
    plan,
    level = 'objective',
    parent = null,
    title = 'Lamps are tested',
    words = {},
    content = {},
  }: {
    plan: string
    level?: string
    parent?: string | null
    title?: string
    words?: Partial<Record<ItemField, string>>
    content?: Partial<ItemContent>
  },
): Promise<string> {
  const made = await addItem(db, {
    actor: operator,
    at: planMoment,
    plan,
    parent,
    level,
    language: 'en',
    words: { text: '', result: '', risks: '', ...words, title },
    content: { ...noContent, ...content },
  })
  if ('issues' in made) throw new Error(JSON.stringify(made.issues))
  return made.id
}

/** A plan with an objective, an outcome and two activities below it. */
export async function planWithItems(db: Db, of: Partial<NewPlan> = {}) {
  const plan = await newPlan(db, of)
  const objective = await newItem(db, { plan })
  const outcome = await newItem(db, { plan, level: 'outcome', parent: objective, title: 'Fewer false lamps' })
  const activity = (title: string, deadlineOn: string) =>
    newItem(db, {
      plan,
      level: 'activity',
      parent: outcome,
      title,
      content: { startsOn: '2026-10-01', deadlineOn },
    })
  const first = await activity('Write the test for lamps', '2026-12-31')
  const second = await activity('Teach how to test lamps', '2027-06-30')
  return { plan, objective, outcome, first, second }
}

/** Takes a plan through some steps, a day each. */
export async function takeSteps(
  db: Db,
  id: string,
  steps: readonly PlanStep[],
  of: Partial<StepRequest> = {},
): Promise<void> {
  for (const [days, step] of steps.entries()) {
    const at = new Date(planMoment.getTime() + (days + 1) * 86_400_000)
    const asks =
      step === 'consult' || step === 'send-back' ? { commentsUntil: '2026-11-30', reason: 'Too vague.' } : {}
    const { issues } = await takePlanStep(db, step, { actor: operator, at, id, ...asks, ...of })
    if (issues.length > 0) throw new Error(JSON.stringify(issues))
  }
}
