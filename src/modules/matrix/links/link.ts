import { createHash, randomBytes } from 'node:crypto'
import type { Scope } from '#platform/access/actor.ts'
import type { Thing } from '#platform/access/rights.ts'
import type { LanguageCode, Translated } from '#platform/languages.ts'

/** The life of a link. All of them are public: who proposes something says so openly. */
export const linkStates = ['proposed', 'agreed', 'withdrawn'] as const

export type LinkState = (typeof linkStates)[number]

/** Where links come from that nobody has proposed here: the Matrix as it stood in 2017, and an analysis of this platform. */
export const linkSources = ['2017', 'own-analysis'] as const

export type LinkSource = (typeof linkSources)[number]

/** What the source has to show for a link. */
export const linkBases = ['rationale-row', 'row-without-text', 'goal-index', 'own-analysis'] as const

export type LinkBasis = (typeof linkBases)[number]

/** What is linked: an action line with a goal, a target or an objective of the Global Digital Compact. */
export type Cell = {
  line: string
  /** The goal, also of a target; null for a link with an objective alone. */
  sdg: number | null
  /** Null where the whole goal is meant. */
  target: string | null
  objective: string | null
}

/** What is linked, as people call it by its codes: 'C2 · 9.1'. */
export function codesOf({ line, sdg, target, objective }: Cell): string {
  const goal = target ?? (sdg === null ? null : `SDG ${sdg}`)
  return [line, goal, objective === null ? null : `GDC ${objective}`]
    .filter((code) => code !== null)
    .join(' · ')
}

/** A link as it is stored. Days as year-month-day. */
export type Link = Cell & {
  id: string
  state: LinkState
  /** Null where the source does not say who. */
  agency: Scope | null
  language: LanguageCode
  validFrom: string
  /** The last day; null while it is open. */
  validUntil: string | null
  source: LinkSource | null
  basis: LinkBasis | null
  byLine: boolean | null
  byGoal: boolean | null
  doubt: Translated | null
  shippedRevision: number | null
  revision: number
  updatedAt: Date
  agreedAt: Date | null
  withdrawnAt: Date | null
  isExample: boolean
}

/** What is said of a link in six languages. */
export const rationaleField = 'rationale'

export const mostRationale = 2000

export const textKind = 'matrix-link'

/** What the history calls the loading of what is shipped. */
export const loadingSubject = { kind: 'matrix', id: 'all' } as const

/** A link belongs to its action line: who facilitates it proposes. */
export const linkThing = ({ state, line }: Pick<Link, 'state' | 'line'>): Thing<LinkState> => ({
  state,
  within: [`action-line:${line}`],
})

/** Whether a link holds on a day. */
export const isValidOn = ({ validFrom, validUntil }: Pick<Link, 'validFrom' | 'validUntil'>, day: string) =>
  validFrom <= day && (validUntil === null || validUntil >= day)

/** Whether there is a day on which both hold. */
export const overlap = (
  one: Pick<Link, 'validFrom' | 'validUntil'>,
  other: Pick<Link, 'validFrom' | 'validUntil'>,
): boolean =>
  (one.validUntil === null || one.validUntil >= other.validFrom) &&
  (other.validUntil === null || other.validUntil >= one.validFrom)

/** The same for all links of one cell. */
export const cellKey = ({ line, sdg, target, objective }: Cell): string =>
  [line, target ?? sdg ?? '', objective ?? ''].join(' ')

const letters = '0123456789abcdefghjkmnpqrstvwxyz'

const spelled = (bytes: Uint8Array): string =>
  Array.from(bytes.subarray(0, 10), (byte) => letters[byte % 32]).join('')

export const newLinkId = (): string => spelled(randomBytes(10))

/** What is shipped has the same address wherever it is loaded. */
export const shippedLinkId = (source: LinkSource, cell: Cell): string =>
  spelled(
    createHash('sha256')
      .update(`${source} ${cellKey(cell)}`)
      .digest(),
  )
