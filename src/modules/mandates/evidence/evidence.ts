import type { Visibility } from '#platform/access/visibility.ts'
import type { LanguageCode, Translated } from '#platform/languages.ts'

export const evidenceKinds = ['record', 'address', 'file'] as const

export type EvidenceKind = (typeof evidenceKinds)[number]

/** Reported: somebody says so. Documented: it has a record, a file or an archived copy. Verified: by somebody else than its keepers. */
export const evidenceStates = ['reported', 'documented', 'verified', 'withdrawn'] as const

export type EvidenceState = (typeof evidenceStates)[number]

/** How strong a piece of evidence is; while it is contested it shows nothing. */
export const strengths = ['reported', 'documented', 'verified', 'contested', 'withdrawn'] as const

export type Strength = (typeof strengths)[number]

export const contestStates = ['open', 'answered', 'withdrawn'] as const

export type ContestState = (typeof contestStates)[number]

/** All that a correction can change; each revision is kept whole. */
export type EvidenceContent = {
  recordKind: string | null
  recordId: string | null
  url: string | null
  title: string | null
  seenOn: string | null
  checksum: string | null
  fileName: string | null
  shows: Translated
  original: LanguageCode
  happenedOn: string
  visibility: Visibility
  occurrences: string[]
}

export const strengthOf = ({ state, contested }: { state: EvidenceState; contested: boolean }): Strength =>
  contested && state !== 'withdrawn' ? 'contested' : state

/** Only what can be looked at, and what nobody contests, makes a due date count as delivered. */
export const counts = (strength: Strength): boolean => strength === 'documented' || strength === 'verified'

export const uploadLimitBytes = 20 * 1024 * 1024

export const uploadEndings = [
  '.pdf',
  '.docx',
  '.xlsx',
  '.csv',
  '.png',
  '.jpg',
  '.jpeg',
  '.txt',
  '.html',
] as const

/** A day that exists, as year-month-day. */
export function isDay(text: string): boolean {
  if (!/^(?:19|20|21)\d\d-\d\d-\d\d$/.test(text)) return false
  const moment = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(text)
}
