import type { LanguageCode } from '../languages.ts'

/** What can be said of a text in a language, from the best to the worst. 'outdated': the source was edited after it. */
export const textStates = ['original', 'reviewed', 'human', 'machine', 'outdated', 'missing'] as const

export type TextState = (typeof textStates)[number]

/** States of a segment that has a text. */
export type KeptState = Exclude<TextState, 'missing'>

export type StateCounts = Record<TextState, number>

/** A field of a record in one language, whole. Null when a part of it is missing. */
export type FieldText = { text: string | null; state: TextState; isSource: boolean }

export type SegmentText = { text: string; state: KeptState }

/** The segments of a field in their order, each with the white space after it and its text in one language. */
export type SegmentRow = { source: string; gap: string; own: SegmentText | null }

/** A text is as good as its weakest segment. */
export const weakest = (states: readonly TextState[]): TextState =>
  textStates.findLast((state) => states.includes(state)) ?? 'original'

export const countStates = (states: readonly TextState[]): StateCounts => {
  const counts: StateCounts = { original: 0, reviewed: 0, human: 0, machine: 0, outdated: 0, missing: 0 }
  for (const state of states) counts[state] += 1
  return counts
}

export const stateOfSegment = (row: SegmentRow): TextState => row.own?.state ?? 'missing'

/** The whole text of a field in a language that is not that of the source. */
export function wholeText(language: LanguageCode, rows: readonly SegmentRow[]): FieldText {
  const state = weakest(rows.map(stateOfSegment))
  if (state === 'missing') return { text: null, state, isSource: false }
  const text = rows.map(({ own, gap }, place) => (own?.text ?? '') + gapIn(language, gap, place, rows))
  return { text: text.join('').trim(), state, isSource: false }
}

/** Between two sentences of Chinese stands no space; lines and paragraphs stay. Another language needs a space where Chinese has none. */
function gapIn(language: LanguageCode, gap: string, place: number, rows: readonly SegmentRow[]): string {
  if (place === rows.length - 1 || gap.includes('\n')) return gap
  return language === 'zh' ? '' : ' '
}
