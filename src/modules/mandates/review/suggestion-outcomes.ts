import { addressesOf } from './unit-addresses.ts'
import type { ReviewedDuty, ReviewedText, ReviewedUnit } from './reviewed-text.ts'

export const outcomeFields = [
  'border',
  'label',
  'kind',
  'level',
  'duty',
  'addressee',
  'verb',
  'recipient',
  'through',
  'cadence',
  'deadline',
] as const

export type OutcomeField = (typeof outcomeFields)[number]

/** What became of one suggestion that a person looked at. */
export type Outcome = {
  field: OutcomeField
  address: string | null
  suggested: string | null
  decided: string | null
  accepted: boolean
}

/**
 * Holds the suggestions against what people made of them. Only units that a person has looked at count: what nobody judged was
 * neither accepted nor refused.
 */
export function outcomesOf(suggestions: ReviewedText, reviewed: ReviewedText): Outcome[] {
  const addresses = addressesOf(reviewed)
  const now = new Map(reviewed.units.map((unit) => [unit.id, unit]))
  const kinds = { before: kindsOf(suggestions), now: kindsOf(reviewed) }
  const duties = {
    before: byUnit(suggestions.duties),
    now: new Map(reviewed.duties.map((one) => [one.id, one])),
  }
  const looked = suggestions.units.filter((unit) => now.get(unit.id)?.checked ?? true)
  const ofUnits = looked.flatMap((unit) => {
    const decided = now.get(unit.id)
    const address = addresses.get(unit.id) ?? null
    const ofDuties = (duties.before.get(unit.id) ?? []).flatMap((duty) =>
      dutyOutcomes(duty, duties.now.get(duty.id), address),
    )
    return [...unitOutcomes(unit, decided, address, kinds), ...ofDuties]
  })
  return [...ofUnits, ...missed(suggestions, reviewed, addresses)]
}

type Kinds = Record<'before' | 'now', Map<string, string>>

function unitOutcomes(
  unit: ReviewedUnit,
  now: ReviewedUnit | undefined,
  address: string | null,
  kinds: Kinds,
): Outcome[] {
  if (now === undefined) return [outcome('border', address, short(unit.text), null)]
  const kindOf = (when: keyof Kinds, { section }: ReviewedUnit) => kinds[when].get(section) ?? null
  return [
    outcome('border', address, short(wholeOf(unit)), short(wholeOf(now)), letters(unit) === letters(now)),
    outcome('label', address, unit.label, now.label),
    outcome('kind', address, kindOf('before', unit), kindOf('now', now)),
    outcome('level', address, String(unit.depth), String(now.depth)),
  ]
}

function dutyOutcomes(duty: ReviewedDuty, now: ReviewedDuty | undefined, address: string | null): Outcome[] {
  if (now === undefined) return [outcome('duty', address, summary(duty), null)]
  return [
    outcome('duty', address, summary(duty), summary(now), true),
    outcome(
      'addressee',
      address,
      names(duty.addressees, duty.addresseeIds),
      names(now.addressees, now.addresseeIds),
    ),
    outcome('verb', address, duty.verb, now.verb),
    outcome(
      'recipient',
      address,
      names(duty.recipients, duty.recipientIds),
      names(now.recipients, now.recipientIds),
    ),
    outcome('through', address, names(duty.via, duty.viaIds), names(now.via, now.viaIds)),
    outcome('cadence', address, cadence(duty), cadence(now)),
    outcome('deadline', address, deadline(duty), deadline(now)),
  ]
}

/** Duties that only people saw. Those that the parser read anew after an edit are neither. */
const missed = (
  suggestions: ReviewedText,
  reviewed: ReviewedText,
  addresses: Map<string, string>,
): Outcome[] => {
  const known = new Set(suggestions.duties.map(({ id }) => id))
  return reviewed.duties
    .filter(({ id, touched }) => !known.has(id) && touched > 0 && id.startsWith('d-'))
    .map((duty) => outcome('duty', addresses.get(duty.unit) ?? null, null, summary(duty)))
}

const outcome = (
  field: OutcomeField,
  address: string | null,
  suggested: string | null,
  decided: string | null,
  accepted = suggested === decided,
): Outcome => ({ field, address, suggested, decided, accepted })

const kindsOf = ({ sections }: ReviewedText) =>
  new Map(sections.map(({ key, kind }) => [key, kind as string]))

const byUnit = (duties: ReviewedDuty[]) => Map.groupBy(duties, ({ unit }) => unit)

const wholeOf = ({ label, text, closing }: ReviewedUnit) => [label, text, closing].filter(Boolean).join(' ')

const letters = (unit: ReviewedUnit) => wholeOf(unit).replaceAll(/\s/g, '')

/** Enough of a text to recognize it by. */
const short = (text: string): string => (text.length > 200 ? `${text.slice(0, 199)}…` : text)

const names = (printed: string[], ids: string[] = []): string | null =>
  (ids.length > 0 ? ids : printed).toSorted().join('; ') || null

const cadence = ({ cadence: { value, basis } }: ReviewedDuty): string | null =>
  value === null ? null : `${value} (${basis})`

const deadline = (duty: ReviewedDuty): string | null =>
  [duty.deadline, duty.deadlineYear].filter((part) => part !== null).join(' · ') || null

const summary = ({ verb, deliverable }: ReviewedDuty): string =>
  short([verb, deliverable].filter((part) => part !== null).join(' ') || '—')
