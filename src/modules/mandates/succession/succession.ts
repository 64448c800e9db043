import type { Translated } from '#platform/languages.ts'
import type { Cadence } from '../duties/duty.ts'

/** proposed: by the program; confirmed: by a person; reopened: to be looked at again, what was decided stands meanwhile. */
export const pairingStates = ['proposed', 'confirmed', 'reopened'] as const

export type PairingState = (typeof pairingStates)[number]

export const linkKinds = ['continues', 'changes', 'ends', 'begins'] as const

export type LinkKind = (typeof linkKinds)[number]

/** A provision of the one revision and a provision of the other; null where there is none. */
export type Pair = { before: string | null; after: string | null }

/** Digest of the words of a provision per language, and of its duties. */
export type SideDigests = Record<string, string>

/** Somebody whom a duty names, by id or, when it is none of ours, as printed. */
export type NamedParty = { id: string | null; name: Translated }

type DeadlineFacts = {
  text: Translated
  date: string | null
  year: number | null
  occasion: string | null
}

/** In what a duty is another than it was. */
export type DutyChange =
  | { field: 'cadence'; before: Cadence | null; after: Cadence | null }
  | { field: 'deadline'; before: DeadlineFacts; after: DeadlineFacts }
  | { field: 'addressee' | 'recipient' | 'via'; before: NamedParty[]; after: NamedParty[] }
  | { field: 'verb' | 'deliverable'; before: Translated; after: Translated }

export const changedFields = [
  'cadence',
  'deadline',
  'addressee',
  'recipient',
  'via',
  'verb',
  'deliverable',
] as const satisfies DutyChange['field'][]

/** What the rules need to know of a duty. Only obligations are given here: thanks and regrets do not go on. */
export type DutyFacts = {
  id: string
  address: string
  verb: Translated
  deliverable: Translated
  cadence: { value: Cadence | null; isExplicit: boolean }
  deadline: DeadlineFacts
  addressee: NamedParty[]
  recipient: NamedParty[]
  via: NamedParty[]
}

export type DutyLink = { before: string | null; after: string | null; kind: LinkKind; changes: DutyChange[] }

export type DatedRevision = { id: string; year: number | null; adoptedOn: string | null }

/**
 * The revision that another one replaced: the latest of the earlier ones. Null when there is none, or when two of them, or
 * the years, leave the order open: then a person must say it.
 */
export function predecessorOf(revision: DatedRevision, others: DatedRevision[]): string | null {
  const rest = others.filter(({ id }) => id !== revision.id)
  if (revision.year === null || rest.some((one) => order(one, revision) === 0)) return null
  const earlier = rest.filter((one) => one.year !== null && order(one, revision) < 0)
  const latest = earlier.filter((one) => earlier.every((other) => order(other, one) <= 0))
  return latest.length === 1 ? (latest[0]?.id ?? null) : null
}

/** By the day where both have one, else by the year; 0 when that does not tell. */
function order(a: DatedRevision, b: DatedRevision): number {
  if (a.adoptedOn !== null && b.adoptedOn !== null) return a.adoptedOn.localeCompare(b.adoptedOn)
  return (a.year ?? 0) - (b.year ?? 0)
}
