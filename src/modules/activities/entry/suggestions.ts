import type { FrameworkNode } from '#modules/frameworks/index.ts'
import { proseFields } from '../content.ts'
import type { CodeTree } from '../codes-queries.ts'
import type { EntrySubject } from './sections/section.ts'

export type SuggestedField = 'actionLines' | 'sdgs' | 'gdc' | 'beneficiaries'

export type Suggestion = { node: FrameworkNode; words: string[] }

/** What a text speaks of: codes of one field, with the words that led to them. */
export type Speaks = (text: string, field: SuggestedField) => { code: string; words: string[] }[]

const mostSuggested = 6

/** Codes that the words of an entry speak of and that nobody has set yet, those with the most words first. */
export function suggestionsIn(
  { activity, codes, speaks }: EntrySubject,
  field: SuggestedField,
): Suggestion[] {
  const text = proseFields.map((name) => activity.content[name]).join('\n')
  const set = new Set(activity.content[field].map(({ code }) => code))
  return speaks(text, field)
    .filter(({ code }) => !set.has(code))
    .toSorted((one, other) => other.words.length - one.words.length)
    .slice(0, mostSuggested)
    .flatMap(({ code, words }) => {
      const node = treesOf[field].map((tree) => codes[tree].get(code)).find((one) => one !== undefined)
      return node === undefined ? [] : [{ node, words }]
    })
}

const treesOf: Record<SuggestedField, readonly CodeTree[]> = {
  actionLines: ['action-lines'],
  sdgs: ['sdg-targets', 'sdgs'],
  gdc: ['gdc-objectives'],
  beneficiaries: ['beneficiaries'],
}
