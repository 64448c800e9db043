import { sql } from 'kysely'
import type { Db } from '#platform/database/tables.ts'
import { occurrenceCertainty, occurrenceState, shownOccurrences } from '../duties/duty-row-queries.ts'
import { asLook, type Look, type When } from '../duties/look.ts'

export type Dataset = { name: string; rows: AsyncIterable<Record<string, unknown>> }

type Source = { name: string; key: string[]; from: ReturnType<typeof sql> }

const table = (name: string, key: string[]): Source => ({ name, key, from: sql`${sql.table(name)}` })

/** Everything that is public, table by table, in an order that does not depend on the database. */
export function exportedDatasets(db: Db, when: When): Dataset[] {
  return sources(asLook(when)).map((source) => ({ name: source.name, rows: rowsOf(db, source) }))
}

const sources = (look: Look): Source[] => [
  table('frameworks', ['id', 'version']),
  table('framework_nodes', ['framework', 'version', 'sort', 'code']),
  table('framework_links', [
    'from_framework',
    'from_version',
    'from_code',
    'to_framework',
    'to_version',
    'to_code',
  ]),
  table('framework_memberships', ['group_framework', 'group_version', 'group_code', 'country']),
  table('bodies', ['sort', 'id']),
  table('body_names', ['body', 'place']),
  table('instruments', ['id']),
  table('occasions', ['id']),
  { name: 'revisions', key: ['instrument', 'place_in_chain', 'id'], from: revisions },
  table('sections', ['revision', 'sort', 'key']),
  table('provisions', ['revision', 'sort', 'address']),
  table('duties', ['revision', 'address', 'sort', 'id']),
  table('duty_parties', ['duty', 'role', 'place']),
  { name: 'occurrences', key: ['duty', 'place'], from: occurrences(look) },
  table('citations', ['revision', 'address', 'place']),
  table('provision_references', ['revision', 'address', 'place']),
  table('footnote_marks', ['revision', 'mark']),
  { name: 'duty_owners', key: ['duty', 'taken_at', 'id'], from: owners },
  { name: 'duty_plans', key: ['duty', 'revision'], from: plans },
  table('duty_milestones', ['duty', 'revision', 'place']),
  { name: 'duty_reports', key: ['duty', 'occurrence', 'reported_at', 'id'], from: reports },
  { name: 'considerations', key: ['duty', 'occurrence'], from: considerations },
  { name: 'evidence', key: ['duty', 'happened_on', 'id'], from: evidence },
  table('evidence_ages', ['cadence', 'kind']),
  {
    name: 'source_files',
    key: ['checksum'],
    from: sql`(select checksum, name, size from source_files) as files`,
  },
  { name: 'texts', key: ['revision', 'language', 'version'], from: texts },
  table('text_units', ['revision', 'language', 'version', 'sort', 'path']),
]

/** Each with what follows from its chain: status, successor, title. */
const revisions = sql`(
  select r.id, r.instrument, r.mark, r.place, r.year, r.adopted_on, r.verified, r.name, c.title, r.citation_forms, r.note, r.origin,
    c.place_in_chain, c.status, c.superseded_by, c.superseded_in, c.superseded_verified, c.has_provisions
  from revisions r join revision_chains c on c.id = r.id) as known`

/** Whoever acts is told by their body or organization; a person only when they agreed. */
const owners = sql`(
  select id, duty, kind, case when kind <> 'person' or named then owner end as owner, on_behalf_of, taken_at, given_back_at, reason
  from duty_owners) as public_owners`

const plans = sql`(
  select duty, revision, body, original_language, written_for, written_at from duty_plans) as public_plans`

const reports = sql`(
  select id, duty, occurrence, body, original_language, reported_for, reported_at, withdrawn_at from duty_reports) as public_reports`

/** Only what everybody may see; the rest does not exist here. */
const evidence = sql`(
  select e.id, e.duty, e.kind, e.record_kind, e.record_id, e.url, e.title, e.seen_on, e.checksum, e.file_name, e.shows,
    e.original_language, e.happened_on, e.state, e.contested, e.revision, e.linked_for, e.linked_at, e.verified_for, e.verified_at,
    array(select x.occurrence from evidence_occurrences x where x.evidence = e.id order by x.occurrence) as occurrences
  from evidence e where e.visibility = 'public') as public_evidence`

/** Of due dates for which everybody sees that something was delivered. */
const considerations = sql`(
  select c.duty, c.occurrence, c.revision, c.body, c.considered_on, c.source, c.source_url from considerations c
  where c.withdrawn_at is null and exists (
    select 1 from evidence_occurrences x join evidence e on e.id = x.evidence
    where x.duty = c.duty and x.occurrence = c.occurrence and e.visibility = 'public'
      and e.state in ('documented', 'verified') and not e.contested)) as public_considerations`

/** Due dates as the site shows them on the day of the export. */
const occurrences = (look: Look) => sql`(
  select o.*, ${occurrenceState(look)} as state, ${occurrenceCertainty} as certainty
  from occurrences o join duties d on d.id = o.duty join revision_chains c on c.id = d.revision
  where ${shownOccurrences(look)}) as dated`

/** The time of an import belongs to the machine that imported. */
const texts = sql`(
  select revision, language, version, source, title, front_matter, sections, footnotes, set_aside, warnings, origin
  from revision_texts) as public_texts`

const rowsAtOnce = 1000

/** Read in pages by key, so that a large register never stands in memory whole. Collation "C" sorts alike everywhere. */
async function* rowsOf(db: Db, { key, from }: Source): AsyncGenerator<Record<string, unknown>> {
  const order = sql.join(key.map((column) => sql`${sql.ref(column)}::text collate "C"`))
  const sorted = sql.join(
    key.map((column) => (isNumber(column) ? sql.ref(column) : sql`${sql.ref(column)}::text collate "C"`)),
  )
  for (let place = 0; ; place += rowsAtOnce) {
    const found = await sql<Record<string, unknown>>`
      select * from ${from} order by ${sorted}, ${order} limit ${rowsAtOnce} offset ${place}`.execute(db)
    yield* found.rows
    if (found.rows.length < rowsAtOnce) return
  }
}

const isNumber = (column: string) => ['sort', 'place', 'version_number', 'place_in_chain'].includes(column)
