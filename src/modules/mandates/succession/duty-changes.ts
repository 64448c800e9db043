import { languageCodes, type Translated } from '#platform/languages.ts'
import { folded } from '#platform/search/analysis/folding.ts'
import type { DutyChange, DutyFacts, NamedParty } from './succession.ts'

/** In what a duty is another than it was. Words are held against each other only in a language that both have. */
export function changesOf(before: DutyFacts, after: DutyFacts): DutyChange[] {
  return [
    ...cadenceChange(before, after),
    ...deadlineChange(before, after),
    ...(['addressee', 'recipient', 'via'] as const).flatMap((field) =>
      sameParties(before[field], after[field]) ? [] : [{ field, before: before[field], after: after[field] }],
    ),
    ...(['verb', 'deliverable'] as const).flatMap((field) =>
      sameWords(before[field], after[field]) ? [] : [{ field, before: before[field], after: after[field] }],
    ),
  ]
}

/** A rhythm that neither text states is a reading, and two readings are no change. */
function cadenceChange({ cadence: before }: DutyFacts, { cadence: after }: DutyFacts): DutyChange[] {
  const isStated = before.isExplicit || after.isExplicit
  return before.value === after.value || !isStated
    ? []
    : [{ field: 'cadence', before: before.value, after: after.value }]
}

function deadlineChange({ deadline: before }: DutyFacts, { deadline: after }: DutyFacts): DutyChange[] {
  const dated = [before, after].some(
    ({ date, year, occasion }) => date !== null || year !== null || occasion !== null,
  )
  const same = dated
    ? before.date === after.date && before.year === after.year && before.occasion === after.occasion
    : hasWords(before.text) === hasWords(after.text) && sameWords(before.text, after.text)
  return same ? [] : [{ field: 'deadline', before, after }]
}

const hasWords = (text: Translated) => Object.values(text).some((words) => words !== '')

/** The same known bodies; somebody who is only printed counts where both print somebody in the same language. */
function sameParties(before: NamedParty[], after: NamedParty[]): boolean {
  const ids = (parties: NamedParty[]) =>
    parties
      .flatMap(({ id }) => id ?? [])
      .sort()
      .join(' ')
  if (ids(before) !== ids(after)) return false
  const printed = (parties: NamedParty[]) => parties.filter(({ id }) => id === null)
  const [old, fresh] = [printed(before), printed(after)]
  if (old.length !== fresh.length) return false
  return old.every(({ name }) => fresh.some((other) => sameWords(name, other.name)))
}

/** Texts that differ in one language and agree in another were only worded otherwise there, or read otherwise. */
function sameWords(before: Translated, after: Translated): boolean {
  const shared = languageCodes.filter((code) => before[code] && after[code])
  return shared.length === 0 || shared.some((code) => plain(before[code] ?? '') === plain(after[code] ?? ''))
}

const plain = (text: string) =>
  folded(text)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** How likely one duty is to go on in another, never nothing: their provisions are paired. */
export function likenessOf(before: DutyFacts, after: DutyFacts): number {
  const changed = new Set(changesOf(before, after).map(({ field }) => field))
  const weights = { verb: 4, deliverable: 4, addressee: 3, recipient: 2, cadence: 1, deadline: 1, via: 1 }
  return Object.entries(weights).reduce(
    (sum, [field, weight]) => sum + (changed.has(field as keyof typeof weights) ? 0 : weight),
    1,
  )
}
