import type { Insertable } from 'kysely'
import type { Tables } from '#platform/database/tables.ts'
import { languageCodes, type Translated } from '#platform/languages.ts'
import { occurrencesOf, type Clock } from '../occurrences/occurrence.ts'
import type {
  DutyEntry,
  FamilyEntry,
  InstrumentEntry,
  RegisterFiles,
  RevisionEntry,
} from './register-files.ts'
import { placeOfId, revisionName } from '../instruments/revision-names.ts'

type Row<Name extends keyof Tables> = Insertable<Tables[Name]>

const origin = 'register' as const

/** The register's files as rows of the tables. Pure, so that what is loaded can be told without a database. */
export function instrumentRows(files: RegisterFiles): Row<'instruments'>[] {
  const families = files.families.map((family) => ({
    id: family.id,
    kind: 'resolution',
    body: family.body,
    body_printed: '{}',
    number: family.number,
    confidence: family.confidence,
    note: family.note,
    origin,
  }))
  const singles = files.instruments.filter(({ family }) => family === null)
  return [
    ...families,
    ...singles.map((single) => ({
      id: single.id,
      kind: single.kind,
      body: single.body,
      body_printed: '{}',
      number: single.number,
      confidence: 'high' as const,
      note: single.note,
      origin,
    })),
  ]
}

export function revisionRows(files: RegisterFiles): Row<'revisions'>[] {
  const chained = files.families.flatMap((family) =>
    family.revisions.map((link) => chainRow(files, family, link)),
  )
  const singles = files.instruments.filter(({ family }) => family === null)
  return [...chained, ...singles.map((single) => singleRow(files, single))]
}

function chainRow(
  files: RegisterFiles,
  family: FamilyEntry,
  link: FamilyEntry['revisions'][number],
): Row<'revisions'> {
  const entry = files.instruments.find((one) => one.family === family.id && one.year === link.year)
  const slug = family.body === 'itu-council' ? null : placeOfId(files.conferences, link.place)
  const id = entry?.id ?? [family.id, slug, link.year].filter((part) => part !== null).join('-')
  const mark = link.status === 'revised' ? 'Rev.' : null
  const { body, number } = family
  return {
    id,
    instrument: family.id,
    mark,
    place: link.place,
    year: link.year,
    adopted_on: adoptedOn(files, body, link.year),
    standing: standingOf(files, family, link.year),
    verified: link.verified,
    name: JSON.stringify(
      namesIn(files, id) ??
        revisionName(files.conferences, { body, number, place: link.place, year: link.year, mark }),
    ),
    title: JSON.stringify(titlesIn(files, id)),
    citation_forms: entry?.citation_forms ?? [],
    note: entry?.note ?? null,
    origin,
  }
}

const lasting = ['treaty', 'summit outcome']
const unitedNations = ['unga', 'ecosoc']

/** What was adopted once: nobody has replaced a treaty or a United Nations resolution that we know of; others are not known. */
function singleRow(files: RegisterFiles, single: InstrumentEntry): Row<'revisions'> {
  const stands = lasting.includes(single.kind) || unitedNations.includes(single.body)
  return {
    id: single.id,
    instrument: single.id,
    mark: null,
    place: single.place,
    year: single.year,
    adopted_on: single.year === null ? null : adoptedOn(files, single.body, single.year),
    standing: stands ? 'in-force' : 'unknown',
    verified: false,
    name: JSON.stringify(namesIn(files, single.id) ?? {}),
    title: JSON.stringify(titlesIn(files, single.id)),
    citation_forms: single.citation_forms,
    note: single.note,
    origin,
  }
}

/** The last known revision is in force unless its conference has met since, or the chain is only half known. */
function standingOf(files: RegisterFiles, family: FamilyEntry, year: number): 'in-force' | 'unknown' {
  const lastMeeting = Math.max(...(files.conferences.meetings[family.body] ?? [Infinity]))
  return family.confidence !== 'low' && year >= lastMeeting ? 'in-force' : 'unknown'
}

const adoptedOn = (files: RegisterFiles, body: string, year: number): string | null =>
  files.occasions.find((one) => one.body === body && one.ends.startsWith(String(year)))?.ends ?? null

function collected(text: (code: (typeof languageCodes)[number]) => string | null | undefined): Translated {
  const texts = languageCodes.map((code) => [code, text(code)] as const)
  return Object.fromEntries(texts.filter(([, one]) => one !== null && one !== undefined && one !== ''))
}

function namesIn(files: RegisterFiles, id: string): Translated | null {
  const names = collected((code) => files.texts[code].instruments[id]?.name)
  return Object.keys(names).length > 0 ? names : null
}

const titlesIn = (files: RegisterFiles, id: string) =>
  collected((code) => files.texts[code].instruments[id]?.title)

export const occasionRows = (files: RegisterFiles): Row<'occasions'>[] =>
  files.occasions.map((occasion) => ({
    ...occasion,
    name: JSON.stringify(collected((code) => files.texts[code].occasions[occasion.id])),
  }))

export const sectionRows = ({ revision, sections }: RevisionEntry): Row<'sections'>[] =>
  sections.map(({ key, act, kind, addressees }, sort) => ({
    revision,
    key,
    act,
    kind,
    addressees,
    sort,
    origin,
  }))

export const provisionRows = (
  files: RegisterFiles,
  { revision, provisions }: RevisionEntry,
): Row<'provisions'>[] =>
  provisions.map((provision, sort) => ({
    revision,
    address: provision.address,
    section: provision.section,
    parent: provision.parent,
    label: provision.label,
    kind: provision.kind,
    chapeau: provision.chapeau,
    depth: provision.address.split('/').length - 2,
    sort,
    action_lines: provision.actionLines,
    sdg: provision.sdg,
    sdg_only_in_name: provision.sdgOnlyInName,
    goals: [],
    paraphrase: JSON.stringify(
      collected((code) => files.texts[code].provisions[`${revision}/${provision.address}`]),
    ),
    origin,
    confidence: null,
    confirmed: true,
  }))

const dutiesOf = (entry: RevisionEntry) =>
  entry.provisions.flatMap((provision) =>
    (provision.duties ?? []).map((duty, sort) => ({ provision, duty, sort })),
  )

export const dutyRows = (files: RegisterFiles, entry: RevisionEntry): Row<'duties'>[] =>
  dutiesOf(entry).map(({ provision, duty, sort }) => {
    const words = (part: 'verb' | 'deliverable' | 'deadline') =>
      JSON.stringify(collected((code) => files.texts[code].duties[duty.id]?.[part]))
    return {
      id: duty.id,
      revision: entry.revision,
      address: provision.address,
      sort,
      obligation: duty.obligation,
      modality: duty.modality,
      verb: words('verb'),
      deliverable: words('deliverable'),
      cadence: duty.cadence.value,
      cadence_basis: duty.cadence.basis,
      deadline: words('deadline'),
      deadline_date: duty.deadline?.date ?? null,
      deadline_year: null,
      deadline_occasion: duty.deadline?.occasion ?? null,
      origin,
      confidence: null,
      confirmed: true,
    }
  })

export const partyRows = (entry: RevisionEntry): Row<'duty_parties'>[] =>
  dutiesOf(entry).flatMap(({ duty }) => [
    ...parties(duty, 'addressee', duty.addressees),
    ...parties(duty, 'recipient', duty.recipients),
    ...parties(duty, 'via', duty.via),
  ])

const parties = (duty: DutyEntry, role: 'addressee' | 'recipient' | 'via', bodies: string[]) =>
  bodies.map((body, place) => ({ duty: duty.id, role, place, body, printed: '{}' }))

export function occurrenceRows(files: RegisterFiles, entry: RevisionEntry): Row<'occurrences'>[] {
  const revision = revisionRows(files).find(({ id }) => id === entry.revision)
  const body = files.instruments.find(({ id }) => id === entry.revision)?.body
  return dutiesOf(entry).flatMap(({ duty }) => {
    const clock: Clock = {
      obligation: duty.obligation,
      cadence: duty.cadence.value,
      isExplicit: duty.cadence.basis === 'explicit',
      deadline: { date: null, occasion: null, ...duty.deadline, year: null },
      follows: [...duty.recipients, ...(body ? [body] : [])],
      adoptedOn: revision?.adopted_on ?? null,
      adoptedIn: revision?.year ?? null,
    }
    return occurrencesOf(clock, files.occasions).map((date, place) => ({ duty: duty.id, place, ...date }))
  })
}

export const citationRows = ({ revision, provisions }: RevisionEntry): Row<'citations'>[] =>
  provisions.flatMap(({ address, cites }) =>
    cites.map(({ instrument, asWritten, explicit, paragraphs }, place) => ({
      revision,
      address,
      place,
      target: instrument,
      as_written: asWritten ?? '',
      paragraphs,
      explicit,
      origin,
    })),
  )

export const referenceRows = ({ revision, provisions }: RevisionEntry): Row<'provision_references'>[] =>
  provisions.flatMap(({ address, refersTo }) =>
    refersTo.map((reference, place) => ({
      revision,
      address,
      place,
      target: reference.address,
      as_written: reference.asWritten,
      doubtful: reference.doubtful,
      origin,
    })),
  )

export const footnoteRows = ({ revision, footnotes }: RevisionEntry): Row<'footnote_marks'>[] =>
  footnotes.map(({ mark, address }) => ({ revision, mark, address, origin }))

export const ageRows = ({ evidenceAges }: RegisterFiles): Row<'evidence_ages'>[] =>
  evidenceAges.map(({ cadence, kind, ageingAfterMonths, oldAfterMonths, why, source }) => ({
    cadence,
    kind,
    ageing_after_months: ageingAfterMonths,
    old_after_months: oldAfterMonths,
    why: JSON.stringify(why),
    source,
  }))
