import { z } from 'zod'
import { inLanguage, languageCodes, type Translated } from '#platform/languages.ts'
import type { MessageKey } from '#platform/messages.ts'
import { basisKeys, pairKeys, pairKinds } from '../comparison/comparison-shape.ts'
import type { PairKind } from '../comparison/comparison.ts'
import { cadenceKeys } from '../duties/duty-shape.ts'
import type { DutySummary } from '../duties/duty.ts'
import { addressName, type SectionHeads } from '../instruments/provision-names.ts'
import {
  coded,
  codedShape,
  revisionRef,
  revisionRefShape,
  said,
  saidShape,
  type Reader,
  type Said,
} from '../shapes.ts'
import { divided, merged } from './pair-choices.ts'
import type { KeptLink } from './pairing-plan.ts'
import type { PairRow, Succession } from './succession-queries.ts'
import {
  changedFields,
  linkKinds,
  pairingStates,
  type DutyChange,
  type LinkKind,
  type PairingState,
} from './succession.ts'

export const stateKeys = {
  proposed: 'state.pairing.proposed',
  confirmed: 'state.pairing.confirmed',
  reopened: 'state.pairing.reopened',
} satisfies Record<PairingState, MessageKey>

export const linkKeys = {
  continues: 'succession.continues',
  changes: 'succession.changes',
  ends: 'succession.ends',
  begins: 'succession.begins',
} satisfies Record<LinkKind, MessageKey>

const fieldKeys = {
  cadence: 'succession.field.cadence',
  deadline: 'succession.field.deadline',
  addressee: 'succession.field.addressee',
  recipient: 'succession.field.recipient',
  via: 'succession.field.via',
  verb: 'succession.field.verb',
  deliverable: 'succession.field.deliverable',
} satisfies Record<DutyChange['field'], MessageKey>

export const changeShape = z.object({
  field: codedShape(changedFields),
  before: saidShape.nullable(),
  after: saidShape.nullable(),
})

const placeShape = z.object({ address: z.string(), name: z.string() })

const dutyShape = z.object({
  id: z.string(),
  revision: z.string(),
  address: z.string(),
  what: saidShape.nullable(),
})

const linkShape = z.object({
  kind: codedShape(linkKinds),
  state: codedShape(pairingStates),
  before: dutyShape.nullable(),
  after: dutyShape.nullable(),
  changes: z.array(changeShape),
})

const rowShape = z.object({
  kind: codedShape(pairKinds),
  state: codedShape(pairingStates),
  before: placeShape.nullable(),
  after: placeShape.nullable(),
  /** The earlier provision became several, or several became this one. */
  divided: z.boolean(),
  merged: z.boolean(),
  duties: z.array(linkShape),
})

const pairingShape = z.object({
  predecessor: revisionRefShape,
  /** The organ that adopted it, when it is one of ours. */
  body: z.string().nullable(),
  state: codedShape(pairingStates),
  confirmedOn: z.iso.date().nullable(),
  basis: z.object({ code: z.enum(['official-text', 'paraphrase']), label: z.string() }),
  clauses: z.record(z.enum(pairKinds), z.int().nonnegative()),
  duties: z.record(z.enum(linkKinds), z.int().nonnegative()),
  rows: z.array(rowShape),
})

/** What a revision changed: clause by clause, and what became of each duty. */
export const changesShape = z.object({
  language: z.enum(languageCodes),
  revision: revisionRefShape,
  /** Null where the revision before it is not here, or nobody knows which it was. */
  changes: pairingShape.nullable(),
})

export type ChangesPageRecord = z.infer<typeof changesShape>
export type ChangesRecord = z.infer<typeof pairingShape>
export type ChangesRow = ChangesRecord['rows'][number]
export type LinkRecord = ChangesRow['duties'][number]

export function changesRecord(reader: Reader, heads: SectionHeads, held: Succession): ChangesRecord {
  const { revision, predecessor, pairs, links } = held
  const places = placedLinks(held)
  const [split, joined] = [divided(pairs), merged(pairs)]
  const place = (of: string, address: string | null) =>
    address === null ? null : { address, name: addressName(reader, heads, of, address) }
  return {
    predecessor: revisionRef(reader, predecessor),
    body: held.within[0]?.slice('body:'.length) ?? null,
    state: coded(reader, held.state, stateKeys),
    confirmedOn: held.state === 'confirmed' ? (held.confirmedAt?.toISOString().slice(0, 10) ?? null) : null,
    basis: coded(reader, held.basis, basisKeys),
    clauses: tally(pairKinds, pairs),
    duties: tally(linkKinds, links),
    rows: pairs.map((pair) => ({
      kind: coded(reader, pair.kind, pairKeys),
      state: coded(reader, pair.state, stateKeys),
      before: place(predecessor.id, pair.before),
      after: place(revision.id, pair.after),
      divided: split.includes(pair.before ?? ''),
      merged: joined.includes(pair.after ?? ''),
      duties: (places.get(pair) ?? []).map((link) => linkRecord(reader, held.duties, link)),
    })),
  }
}

function tally<Kind extends PairKind | LinkKind>(
  kinds: readonly Kind[],
  rows: { kind: Kind }[],
): Record<Kind, number> {
  const counts = Object.fromEntries(kinds.map((kind) => [kind, 0])) as Record<Kind, number>
  for (const { kind } of rows) counts[kind] += 1
  return counts
}

/** Each link at one pair: that of both its provisions, else the first of its later one, else of its earlier one. */
function placedLinks({ pairs, links, duties }: Succession): Map<PairRow, KeptLink[]> {
  const places = new Map<PairRow, KeptLink[]>()
  for (const link of links) {
    const before = link.before === null ? null : duties.get(link.before)?.address
    const after = link.after === null ? null : duties.get(link.after)?.address
    const pair =
      pairs.find((one) => one.before === before && one.after === after) ??
      pairs.find((one) => after !== null && one.after === after) ??
      pairs.find((one) => before !== null && one.before === before)
    if (pair) places.set(pair, [...(places.get(pair) ?? []), link])
  }
  return places
}

function linkRecord(reader: Reader, duties: Map<string, DutySummary>, link: KeptLink): LinkRecord {
  const duty = (id: string | null) => {
    const held = id === null ? undefined : duties.get(id)
    return held === undefined
      ? null
      : { id: held.id, revision: held.revision.id, address: held.address, what: whatOf(reader, held) }
  }
  return {
    kind: coded(reader, link.kind, linkKeys),
    state: coded(reader, link.state, stateKeys),
    before: duty(link.before),
    after: duty(link.after),
    changes: link.changes.map((change) => changeRecord(reader, change)),
  }
}

/** What a duty asks, in a line: what is to come of it, else its act, else the paraphrase of its provision. */
function whatOf(reader: Pick<Reader, 'language'>, duty: DutySummary): Said | null {
  return said(reader, duty.deliverable) ?? said(reader, duty.verb) ?? said(reader, duty.paraphrase)
}

export const changeRecord = (reader: Reader, change: DutyChange): z.infer<typeof changeShape> => ({
  field: coded(reader, change.field, fieldKeys),
  ...valuesOf(reader, change),
})

function valuesOf(reader: Reader, change: DutyChange): { before: Said | null; after: Said | null } {
  const own = (text: string | null): Said | null =>
    text === null ? null : { text, language: reader.language }
  switch (change.field) {
    case 'cadence': {
      const name = (value: typeof change.before) => own(value === null ? null : reader.t(cadenceKeys[value]))
      return { before: name(change.before), after: name(change.after) }
    }
    case 'deadline':
      return { before: deadlineOf(reader, change.before), after: deadlineOf(reader, change.after) }
    case 'addressee':
    case 'recipient':
    case 'via':
      return { before: partiesOf(reader, change.before), after: partiesOf(reader, change.after) }
    case 'verb':
    case 'deliverable':
      return { before: said(reader, change.before), after: said(reader, change.after) }
  }
}

type Deadline = Extract<DutyChange, { field: 'deadline' }>['before']

const deadlineOf = (reader: Reader, { text, date, year, occasion }: Deadline): Said | null => {
  const known = date ?? (year === null ? occasion : String(year))
  return said(reader, text) ?? (known === null ? null : { text: known, language: reader.language })
}

function partiesOf(reader: Reader, parties: { id: string | null; name: Translated }[]): Said | null {
  if (parties.length === 0) return null
  const names = parties.map(
    ({ id, name }) =>
      inLanguage(id === null ? name : (reader.bodies.get(id)?.name ?? {}), reader.language)?.text ??
      id ??
      '?',
  )
  const list = new Intl.ListFormat(reader.t.language.locale, { type: 'conjunction' })
  return { text: list.format(names), language: reader.language }
}
