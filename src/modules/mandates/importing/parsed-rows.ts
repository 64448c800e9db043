import type { Insertable } from 'kysely'
import { isNameOf, type Body } from '#modules/accounts/index.ts'
import type { Duty, Resolution, Unit } from '#parser/resolution.ts'
import type { Tables } from '#platform/database/tables.ts'
import type { Translated } from '#platform/languages.ts'
import type { Origin } from '../instruments/instrument.ts'
import { goalsNamed } from '../duties/goals-named.ts'
import { occurrencesOf, type KnownOccasion } from '../occurrences/occurrence.ts'

type Row<Name extends keyof Tables> = Insertable<Tables[Name]>

/** What turns a parsed text into rows of a revision that nobody has described yet. */
export type Parsed = {
  revision: string
  origin: Exclude<Origin, 'register'>
  text: Resolution
  /** Bodies that are known here; others are kept as printed. */
  bodies: Body[]
  occasions: KnownOccasion[]
  adopter: string | null
  adoptedOn: string | null
  /** Paths of the units that a person looked at and found right, with their duties. */
  checked?: ReadonlySet<string>
  /** Ids that duties keep from an earlier version, in the order of the duties; the others get new ones. */
  dutyIds?: readonly string[]
}

type Placed = { unit: Unit; section: Resolution['sections'][number]; parent: string | null; depth: number }

/** All units of a text in reading order, each with its section and the unit above it. */
export const placedUnits = ({ sections }: Resolution): Placed[] =>
  sections.flatMap((section) => section.units.flatMap((unit) => withChildren(unit, section, null, 0)))

const withChildren = (
  unit: Unit,
  section: Placed['section'],
  parent: string | null,
  depth: number,
): Placed[] => [
  { unit, section, parent, depth },
  ...unit.children.flatMap((child) => withChildren(child, section, unit.path, depth + 1)),
]

export const parsedSections = ({ revision, origin, text, bodies }: Parsed): Row<'sections'>[] =>
  text.sections.map(({ key, act, kind, addressees }, sort) => ({
    revision,
    key,
    act,
    kind,
    addressees: addressees.length === 0 ? [] : addresseesOf(text, key).filter((id) => isKnown(bodies, id)),
    sort,
    origin,
  }))

/** The bodies that the duties of a section name most: those of its heading. */
function addresseesOf({ duties }: Resolution, key: string): string[] {
  const own = duties.filter(
    ({ path, addresseeIds }) => path.startsWith(`${key}/`) && (addresseeIds ?? []).length > 0,
  )
  const lists = own.map(({ addresseeIds }) => (addresseeIds ?? []).join(' '))
  const counts = Map.groupBy(lists, (list) => list)
  const [most] = [...counts].toSorted(([, a], [, b]) => b.length - a.length)
  return most ? most[0].split(' ') : []
}

export function parsedProvisions({ revision, origin, text, checked }: Parsed): Row<'provisions'>[] {
  const duties = Map.groupBy(text.duties, ({ path }) => path)
  return placedUnits(text).map(({ unit, section, parent, depth }, sort) => {
    const own = duties.get(unit.path) ?? []
    return {
      revision,
      address: unit.path,
      section: section.key,
      parent,
      label: unit.label,
      kind: section.kind,
      chapeau: unit.children.length > 0,
      depth,
      sort,
      action_lines: [...new Set(own.flatMap(({ actionLines }) => actionLines))],
      sdg: own.some(({ sdg }) => sdg),
      sdg_only_in_name: own.some(({ sdgOnlyInName }) => sdgOnlyInName),
      goals: goalsNamed(`${unit.text} ${unit.closing}`),
      paraphrase: '{}',
      origin,
      confidence: unit.confidence,
      confirmed: checked?.has(unit.path) ?? false,
    }
  })
}

/** Duties numbered within their provision: '#1', '#2'. */
export function numberedDuties(
  revision: string,
  duties: Duty[],
  ids: readonly string[] = [],
): { id: string; sort: number; duty: Duty }[] {
  const seen = new Map<string, number>()
  return duties.map((duty, place) => {
    const sort = seen.get(duty.path) ?? 0
    seen.set(duty.path, sort + 1)
    return { id: ids[place] ?? `${revision}/${duty.path}#${sort + 1}`, sort, duty }
  })
}

const obliges = ({ force }: Duty) => force !== 'courtesy' && force !== 'statement'

export const parsedDuties = ({
  revision,
  origin,
  text,
  occasions,
  checked,
  dutyIds,
}: Parsed): Row<'duties'>[] =>
  numberedDuties(revision, text.duties, dutyIds).map(({ id, sort, duty }) => ({
    id,
    revision,
    address: duty.path,
    sort,
    obligation: obliges(duty),
    modality: null,
    verb: inOne(text, duty.verb),
    deliverable: inOne(text, duty.deliverable),
    cadence: duty.cadence.value,
    cadence_basis: duty.cadence.basis,
    deadline: inOne(text, duty.deadline),
    deadline_date: null,
    deadline_year: duty.deadlineYear,
    deadline_occasion: occasionOf(duty, occasions),
    origin,
    confidence: duty.confidence,
    confirmed: checked?.has(duty.path) ?? false,
  }))

const inOne = ({ language }: Resolution, words: string | null): string =>
  JSON.stringify((words === null ? {} : { [language]: words }) satisfies Translated)

/** A deadline that names a year in which a recipient meets is that meeting. */
const occasionOf = ({ deadlineYear, recipientIds = [] }: Duty, occasions: KnownOccasion[]): string | null =>
  occasions.find(({ body, ends }) => recipientIds.includes(body) && ends.startsWith(String(deadlineYear)))
    ?.id ?? null

export const parsedParties = (parsed: Parsed): Row<'duty_parties'>[] =>
  numberedDuties(parsed.revision, parsed.text.duties, parsed.dutyIds).flatMap(({ id, duty }) => [
    ...parties(parsed, id, 'addressee', duty.addresseeIds ?? [], duty.addressees),
    ...parties(parsed, id, 'recipient', duty.recipientIds ?? [], duty.recipients),
    ...parties(parsed, id, 'via', duty.viaIds ?? [], duty.via),
  ])

/** Those that are known by id; printed names that are none of them follow, so that nobody is lost. */
function parties(
  { bodies, text }: Parsed,
  duty: string,
  role: 'addressee' | 'recipient' | 'via',
  ids: string[],
  printed: string[],
): Row<'duty_parties'>[] {
  const known = [...new Set(ids)].filter((id) => isKnown(bodies, id))
  const others = [...new Set(printed)].filter((name) => !bodies.some((body) => isNameOf(name, body)))
  // One printed name may stand for several bodies ('the Directors'): only a name too many is another body.
  const unnamed = known.length === 0 ? [...new Set(printed)] : printed.length > known.length ? others : []
  const named = known.map((body, place) => ({ duty, role, place, body, printed: '{}' }))
  return [
    ...named,
    ...unnamed.map((name, place) => ({
      duty,
      role,
      place: named.length + place,
      body: null,
      printed: inOne(text, name),
    })),
  ]
}

const isKnown = (bodies: Body[], id: string) => bodies.some((body) => body.id === id)

export function parsedOccurrences(parsed: Parsed): Row<'occurrences'>[] {
  const { revision, text, occasions, adopter, adoptedOn, dutyIds } = parsed
  return numberedDuties(revision, text.duties, dutyIds).flatMap(({ id, duty }) => {
    const deadline = { date: null, year: duty.deadlineYear, occasion: occasionOf(duty, occasions) }
    const dates = occurrencesOf(
      {
        obligation: obliges(duty),
        cadence: duty.cadence.value,
        isExplicit: duty.cadence.basis === 'explicit',
        deadline,
        follows: [...(duty.recipientIds ?? []), ...(adopter ? [adopter] : [])],
        adoptedOn,
        adoptedIn: text.year,
      },
      occasions,
    )
    return dates.map((date, place) => ({ duty: id, place, ...date }))
  })
}

export function parsedCitations({ revision, origin, text }: Parsed): Row<'citations'>[] {
  const byPath = Map.groupBy(text.duties, ({ path }) => path)
  return [...byPath].flatMap(([address, duties]) => {
    const cites = new Map(
      duties.flatMap((duty) => duty.cites).map((cite) => [`${cite.asWritten} ${cite.instrument}`, cite]),
    )
    return [...cites.values()].map((cite, place) => ({
      revision,
      address,
      place,
      target: cite.instrument,
      as_written: cite.asWritten,
      paragraphs: cite.paragraphs ?? [],
      explicit: cite.explicit,
      origin,
    }))
  })
}

export function parsedReferences({ revision, origin, text }: Parsed): Row<'provision_references'>[] {
  const byPath = Map.groupBy(text.duties, ({ path }) => path)
  return [...byPath].flatMap(([address, duties]) =>
    [...new Set(duties.flatMap(({ refersTo }) => refersTo))].map((target, place) => ({
      revision,
      address,
      place,
      target,
      as_written: '',
      doubtful: false,
      origin,
    })),
  )
}

export function parsedFootnotes({ revision, origin, text }: Parsed): Row<'footnote_marks'>[] {
  const paths = new Set(placedUnits(text).map(({ unit }) => unit.path))
  const marks = new Map(
    text.footnotes.map(({ mark, at }) => [mark, at !== null && paths.has(at) ? at : null]),
  )
  return [...marks].map(([mark, address]) => ({ revision, mark, address, origin }))
}
