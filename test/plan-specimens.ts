import { ledBy } from '#modules/plans/plan-rights.ts'
import type { PlanStep } from '#modules/plans/plan-steps.ts'
import { saveType } from '#modules/plans/plan-types/type-commands.ts'
import { planTypes } from '#modules/plans/plan-types/type-queries.ts'
import { operator, type Actor, type Scope } from '#platform/access/actor.ts'
import { maySee } from '#platform/access/visibility.ts'
import { planWithItems, takeSteps } from './plan-samples.ts'
import type { Specimen, SpecimensOf } from './specimens.ts'
import { testDay, type TestSite } from './test-site.ts'

/** How the forms of plans and their types are tested. */
export const planSpecimens: readonly SpecimensOf[] = [
  {
    noun: 'plan',
    make: plan,
    others: {
      make: 'concerns no plan yet: plan-pages.test.ts',
      dispose: 'stands at the comment: consultation.test.ts',
    },
  },
  { noun: 'plan-type', make: type, others: { make: 'concerns no type yet: plan-pages.test.ts' } },
]

const within: readonly Scope[] = ['action-line:C5', 'body:itu']

const stepsTo: Readonly<Record<string, readonly PlanStep[]>> = {
  draft: [],
  consultation: ['consult'],
  coordinated: ['consult', 'coordinate'],
  presented: ['consult', 'coordinate', 'present'],
  noted: ['consult', 'coordinate', 'present', 'note'],
  'in-force': ['consult', 'coordinate', 'present', 'put-in-force'],
  superseded: ['consult', 'coordinate', 'present', 'supersede'],
  discarded: ['discard'],
}

/** A draft is shown to those who lead it and to the staff; what was discarded is shown to nobody. */
async function plan({ db }: TestSite, state: string): Promise<Specimen> {
  const { plan: id, first } = await planWithItems(db)
  await takeSteps(db, id, stepsTo[state] ?? [])
  return {
    state,
    parameters: { plan: id, item: first, language: 'fr', level: 'output' },
    keepers: [],
    within,
    isSeenBy: (actor) => (state === 'draft' ? isInsider(actor) : state !== 'discarded'),
  }
}

function isInsider(actor: Actor): boolean {
  const { lines, bodies } = ledBy(actor)
  return maySee(actor, 'secretariat') || lines.includes('C5') || bodies.includes('itu')
}

async function type({ db }: TestSite, state: string): Promise<Specimen> {
  const [shipped] = await planTypes(db)
  if (shipped === undefined) throw new Error('no type is shipped')
  const at = new Date(`${testDay}T12:00:00Z`)
  const id = `specimen-${state}`
  const made = { ...shipped, id, offered: state === 'offered' }
  await saveType(db, { actor: operator, at, type: made, isNew: true })
  return { state, parameters: { type: id }, keepers: [], within: [] }
}
