import type { Actor, GrantedRole, Scope } from '#platform/access/actor.ts'
import type { PlanStep } from '../plan-steps.ts'
import type { DemoPlan } from './demo-plans.ts'

/** Some of the example people: they act at times when they had no account yet. */
const inOffice = (name: string, role: GrantedRole, scope: Scope | null = null): Actor => ({
  person: `example-${name}`,
  id: `example-${name}`,
  name: null,
  standings: [{ role, scope }],
})

const officer = inOffice('officer', 'secretariat')

/** Who writes a plan: the facilitator of its line, or the focal point of the Bureau. */
export const keeperOf = ({ actionLine, lead }: Pick<DemoPlan, 'actionLine' | 'lead'>): Actor =>
  actionLine === null
    ? inOffice('bureau-focal-point', 'focal-point', `body:${lead}`)
    : inOffice(`facilitator-${actionLine.toLowerCase()}`, 'facilitator', `action-line:${actionLine}`)

/** Whoever writes a plan opens and presents it; what others say to it is noted by the secretariat. */
export const takerOf = (step: PlanStep, plan: DemoPlan): Actor =>
  step === 'consult' || (step === 'present' && plan.actionLine !== null) ? keeperOf(plan) : officer

/** Somebody of whom nothing matters but that they have signed in. */
export const signedIn = (id: string): Actor => ({ person: id, id, name: null, standings: [] })

/** Who translates in the example world. */
export const translator = 'example-translator'
