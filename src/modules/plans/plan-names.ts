import { z } from 'zod'
import type { ActivityCodes } from '#modules/activities/index.ts'
import { party, type partyShape, type Reader } from '#modules/mandates/index.ts'
import type { MessageKey } from '#platform/messages.ts'
import type { TextRead } from '#platform/texts/texts.ts'
import { coded, codedShape, saidShape, type Said } from '#platform/web/shapes.ts'
import type { Visit } from '#platform/web/visit.ts'
import type { PlanRead } from './plan-queries.ts'
import { planStates, type PlanState, type Purpose } from './plan.ts'
import type { PlanType } from './plan-types/plan-type.ts'

/** The names that stand for codes in a plan: of bodies and action lines, of other codes, of its type and levels. */
export type PlanReader = { visit: Visit; names: Reader; codes: ActivityCodes; types: Map<string, PlanType> }

export const saidOrNull = (read: TextRead | undefined): Said | null => {
  if (read === undefined) return null
  const isUnchecked = !read.isFallback && (read.state === 'machine' || read.state === 'outdated')
  return {
    text: read.text,
    language: read.language,
    ...(isUnchecked ? { state: read.state as 'machine' | 'outdated' } : {}),
  }
}

/** A plan that another record names. */
export const planRefShape = z.object({
  id: z.string(),
  title: saidShape,
  version: z.int(),
  state: codedShape(planStates),
  example: z.boolean(),
})

export type PlanRef = z.infer<typeof planRefShape>

export const bodyRef = ({ names }: Pick<PlanReader, 'names'>, id: string): z.infer<typeof partyShape> => {
  const body = names.bodies.get(id)
  return party(names, { id, acronym: body?.acronym ?? null, name: body?.name ?? {} })
}

/** 'ITU · International Telecommunication Union', where there is nothing beside it that tells one acronym from another. */
export function bodyWord(reader: Pick<PlanReader, 'names'>, id: string): string {
  const { acronym, name } = bodyRef(reader, id)
  const parts = [...new Set([acronym, name?.text])].filter((part) => typeof part === 'string')
  return parts.length === 0 ? id : parts.join(' · ')
}

export const planRef = (visit: Pick<Visit, 't'>, { plan, words }: PlanRead): PlanRef => ({
  id: plan.id,
  title: titleOf({ plan, words }),
  version: plan.version,
  state: coded(visit, plan.state, stateKeys),
  example: plan.isExample,
})

/** A title is never missing: the id stands in where it is. */
export const titleOf = ({ plan, words }: PlanRead): Said =>
  saidOrNull(words.title) ?? { text: plan.id, language: plan.language }

export const stateKeys = {
  draft: 'state.plan.draft',
  consultation: 'state.plan.consultation',
  coordinated: 'state.plan.coordinated',
  presented: 'state.plan.presented',
  noted: 'state.plan.noted',
  'in-force': 'state.plan.in-force',
  superseded: 'state.plan.superseded',
  discarded: 'state.plan.discarded',
} as const satisfies Record<PlanState, MessageKey>

export const purposeKeys = {
  'road-map': 'plans.purpose.road-map',
  'operational-plan': 'plans.purpose.operational-plan',
} as const satisfies Record<Purpose, MessageKey>
