import type { Scope } from '#platform/access/actor.ts'
import type { Thing } from '#platform/access/rights.ts'
import type { Visibility } from '#platform/access/visibility.ts'
import type { LanguageCode } from '#platform/languages.ts'

/** A decision of the task force, an output of a working group that it must consider, a question put to it. */
export const matterKinds = ['decision', 'output', 'question'] as const

export type MatterKind = (typeof matterKinds)[number]

export const matterStates = ['open', 'under-way', 'taken-into-account', 'closed'] as const

export type MatterState = (typeof matterStates)[number]

/** In these something is still to be done. */
export const openMatterStates = ['open', 'under-way'] as const satisfies readonly MatterState[]

export const matterVisibilities = ['public', 'secretariat'] as const satisfies readonly Visibility[]

export type MatterVisibility = (typeof matterVisibilities)[number]

/** What is written of it in six languages; the outcome when there is one. */
export const matterFields = ['title', 'text', 'outcome'] as const

export type MatterField = (typeof matterFields)[number]

export const matterFieldLetters = { title: 300, text: 10_000, outcome: 5000 } as const

/** A record that it concerns: a plan item, a plan, a duty, a provision. */
export type MatterLink = { kind: string; record: string }

/** A matter as it is stored, with its links. Days as year-month-day. */
export type Matter = {
  id: string
  kind: MatterKind
  state: MatterState
  visibility: MatterVisibility
  language: LanguageCode
  /** Ids of bodies: where it comes from, who takes care of it. */
  origin: string
  decidedOn: string
  carer: string | null
  dueOn: string | null
  reason: string | null
  openedAt: Date | null
  updatedAt: Date
  revision: number
  isExample: boolean
  links: MatterLink[]
}

/** What the rights table asks: it belongs to the body that takes care of it. */
export const matterThing = ({ state, carer }: Pick<Matter, 'state' | 'carer'>): Thing<MatterState> => ({
  state,
  within: carer === null ? [] : [`body:${carer}` satisfies Scope],
})

/** Whether its day has passed and it is not done. */
export const isLate = ({ state, dueOn }: Pick<Matter, 'state' | 'dueOn'>, today: string): boolean =>
  dueOn !== null && dueOn < today && (openMatterStates as readonly MatterState[]).includes(state)
