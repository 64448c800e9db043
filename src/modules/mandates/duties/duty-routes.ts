import { z } from 'zod'
import { actionLines } from '#modules/frameworks/index.ts'
import { linkTo } from '#platform/ui/links.ts'
import type { Column, FeedEntry, Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { cadences, dutyStates, type DutyFilters } from './duty.ts'
import { lookOf } from './look.ts'
import { dutyRecord, dutyShape, type DutyRecord } from './duty-shape.ts'
import { facetsOf, nameBody, nameCadence, nameGoal, nameState } from './facet-labels.ts'
import { code, cursorText, limitText, yearText } from '../list-parameters.ts'
import { refuseUnknown, refusingCursor } from '../list-refusals.ts'
import { dutiesPage } from '../pages/duties-page.ts'
import { partyNames } from '../pages/parties.ts'
import { mandatePaths } from '../paths.ts'
import { dutyList } from '../queries.ts'
import { readerOf } from '../reader.ts'
import { foundWords } from '../searching/found-words.ts'
import type { PartyRecord, Reader } from '../shapes.ts'
import { rule } from '#platform/web/problem.ts'

const goalNumbers = Array.from({ length: 17 }, (_, place) => String(place + 1))

const query = z.strictObject({
  addressee: code.optional(),
  recipient: code.optional(),
  via: code.optional(),
  cadence: z.enum([...cadences, 'unknown']).optional(),
  year: yearText.optional(),
  'action-line': code.optional(),
  sdg: z.enum(['any', ...goalNumbers]).optional(),
  state: z.enum(dutyStates).optional(),
  revision: code.optional(),
  instrument: code.optional(),
  owner: z
    .string()
    .regex(/^(?:body|organization):[\w.-]{1,80}$/, rule('rule.owner'))
    .optional(),
  keeping: z.enum(['gap', 'overlap', 'unanswered']).optional(),
  q: z.string().max(200, rule('rule.short-text')).optional(),
  after: cursorText.optional(),
  limit: limitText.optional(),
})

type Query = z.infer<typeof query>

/** The duties as page, JSON, CSV and feed. */
export function dutyRoutes(site: Site): void {
  site.list({
    path: mandatePaths.duties,
    name: 'duties',
    summary: 'Duties: who was told to do what, for whom, how often and by when.',
    query,
    row: dutyShape,
    read,
    page: dutiesPage,
    columns: dutyColumns,
    feed: {
      title: 'duties.title',
      entry: dutyFeedEntry,
    },
  })
}

/** The register is loaded as a whole, so every entry is as new as its last change. */
export const dutyFeedEntry = (visit: Visit, duty: DutyRecord, updated: Date): FeedEntry => ({
  id: `/duties/${duty.id}`,
  title: duty.paraphrase?.text ?? duty.id,
  link: linkTo(visit, mandatePaths.provision(duty.revision.id, duty.address)),
  updated,
  summary: [partyNames(visit.t, duty.addressees), duty.verb?.text, duty.deliverable?.text]
    .filter(Boolean)
    .join(' · '),
})

async function read(visit: Visit, asked: Query) {
  const reader = await readerOf(visit)
  await refuseUnknownCodes(visit, reader, asked)
  const page = { after: asked.after, limit: asked.limit === undefined ? undefined : Number(asked.limit) }
  const { ids, taken } = await foundWords(visit, asked.q, ['duty', 'provision'])
  const filters = { ...filtersOf(asked), ...(ids ? { found: ids } : {}) }
  const list = await refusingCursor(dutyList(visit.db, filters, lookOf(visit), page))
  const { facets } = list
  return {
    rows: list.rows.map((row) => dutyRecord(reader, row)),
    total: list.total,
    next: list.next,
    facets: facetsOf(visit, [
      { naming: { name: 'state', value: nameState }, counts: facets.state },
      { naming: { name: 'addressee', value: nameBody(reader) }, counts: facets.addressee },
      { naming: { name: 'recipient', value: nameBody(reader) }, counts: facets.recipient },
      { naming: { name: 'cadence', value: nameCadence }, counts: facets.cadence },
      { naming: { name: 'year' }, counts: facets.year },
      { naming: { name: 'action-line', value: nameLine(reader) }, counts: facets.actionLine },
      { naming: { name: 'sdg', value: nameGoal }, counts: facets.sdg },
      { naming: { name: 'revision' }, counts: facets.revision },
    ]),
    ...taken,
  }
}

const filtersOf = (asked: Query): DutyFilters => ({
  addressee: asked.addressee,
  recipient: asked.recipient,
  via: asked.via,
  cadence: asked.cadence,
  year: asked.year === undefined ? undefined : Number(asked.year),
  actionLine: asked['action-line'],
  sdg: asked.sdg,
  state: asked.state,
  revision: asked.revision,
  instrument: asked.instrument,
  owner: asked.owner,
  keeping: asked.keeping,
})

async function refuseUnknownCodes(visit: Visit, reader: Reader, asked: Query): Promise<void> {
  const bodies = [...reader.bodies.keys()]
  const revisions = asked.revision === undefined ? [] : await revisionsWithDuties(visit)
  const lines =
    asked['action-line'] === undefined ? [] : (await actionLines(visit.db)).map((line) => line.code)
  refuseUnknown([
    { field: 'addressee', value: asked.addressee, valid: bodies },
    { field: 'recipient', value: asked.recipient, valid: bodies },
    { field: 'via', value: asked.via, valid: bodies },
    { field: 'action-line', value: asked['action-line'], valid: lines },
    { field: 'revision', value: asked.revision, valid: revisions },
  ])
}

async function revisionsWithDuties({ db, now }: Visit): Promise<string[]> {
  const { facets } = await dutyList(db, {}, now, { limit: 1 })
  return facets.revision.map(({ value }) => value)
}

const nameLine = (reader: Reader) => (_: unknown, value: string) => {
  const label = reader.actionLines.get(value)?.[reader.language]
  return label === undefined ? value : `${value} ${label}`
}

const ids = (parties: PartyRecord[]) => parties.map(({ id }) => id ?? '').join('; ')
const names = (parties: PartyRecord[]) => parties.map(({ name, id }) => name?.text ?? id ?? '').join('; ')

export const dutyColumns: Column<DutyRecord>[] = [
  { name: 'id', value: (duty) => duty.id },
  { name: 'revision', value: (duty) => duty.revision.id },
  { name: 'revision_name', value: (duty) => duty.revision.name.text },
  { name: 'address', value: (duty) => duty.address },
  { name: 'label', value: (duty) => duty.label },
  { name: 'addressee', value: (duty) => ids(duty.addressees) },
  { name: 'addressee_name', value: (duty) => names(duty.addressees) },
  { name: 'verb', value: (duty) => duty.verb?.text },
  { name: 'deliverable', value: (duty) => duty.deliverable?.text },
  { name: 'verb_state', value: (duty) => duty.verb?.state },
  { name: 'deliverable_state', value: (duty) => duty.deliverable?.state },
  { name: 'recipient', value: (duty) => ids(duty.recipients) },
  { name: 'recipient_name', value: (duty) => names(duty.recipients) },
  { name: 'via', value: (duty) => ids(duty.via) },
  { name: 'via_name', value: (duty) => names(duty.via) },
  { name: 'cadence', value: (duty) => duty.cadence.value?.code },
  { name: 'cadence_label', value: (duty) => duty.cadence.value?.label },
  { name: 'cadence_basis', value: (duty) => duty.cadence.basis.code },
  { name: 'cadence_basis_label', value: (duty) => duty.cadence.basis.label },
  { name: 'deadline', value: (duty) => duty.deadline?.text?.text },
  { name: 'deadline_year', value: (duty) => duty.deadline?.year },
  { name: 'state', value: (duty) => duty.state.code },
  { name: 'state_label', value: (duty) => duty.state.label },
  {
    name: 'owner',
    value: (duty) => duty.owners.map(({ kind, owner }) => `${kind.code}:${owner ?? ''}`).join('; '),
  },
  {
    name: 'owner_name',
    value: (duty) => duty.owners.map(({ name, kind }) => name?.text ?? kind.label).join('; '),
  },
  { name: 'last_evidence', value: (duty) => duty.lastEvidence?.happenedOn },
  { name: 'last_evidence_strength', value: (duty) => duty.lastEvidence?.strength.code },
  { name: 'last_evidence_strength_label', value: (duty) => duty.lastEvidence?.strength.label },
  { name: 'next_year', value: (duty) => duty.next?.year },
  { name: 'next_starts', value: (duty) => duty.next?.starts },
  { name: 'next_ends', value: (duty) => duty.next?.ends },
  { name: 'next_certainty', value: (duty) => duty.next?.certainty.code },
  { name: 'next_certainty_label', value: (duty) => duty.next?.certainty.label },
  { name: 'action_lines', value: (duty) => duty.actionLines.map((line) => line.code).join('; ') },
  {
    name: 'action_lines_names',
    value: (duty) => duty.actionLines.map((line) => line.label?.text ?? '').join('; '),
  },
  { name: 'names_sdgs_or_2030_agenda', value: (duty) => duty.sdg },
  { name: 'goals', value: (duty) => duty.goals.map((goal) => goal.code).join('; ') },
  { name: 'paraphrase', value: (duty) => duty.paraphrase?.text },
  { name: 'paraphrase_language', value: (duty) => duty.paraphrase?.language },
  { name: 'origin', value: (duty) => duty.origin.code },
  { name: 'confirmed', value: (duty) => duty.confirmed },
]
