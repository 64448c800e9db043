import { sql, type RawBuilder } from 'kysely'
import type { Db } from '#platform/database/tables.ts'
import type { LanguageCode, Translated } from '#platform/languages.ts'
import { dutiesWhere } from '../duties/duty-queries.ts'
import type { When } from '../duties/look.ts'
import { revisionRef } from '../duties/duty-row-queries.ts'
import type { DutyRow } from '../duties/duty.ts'
import { citedBy } from './instrument-queries.ts'
import type { Adopter, InstrumentRow, Origin, RevisionLink, RevisionRef } from './instrument.ts'
import type {
  CitationTarget,
  OfficialUnit,
  ProvisionDetail,
  RevisionDetail,
  SectionDetail,
} from './provision.ts'
import { adopterOf, chainOfInstrument, revisionLink } from './revision-link-queries.ts'
import { newestTexts, newestUnits } from '../importing/text-queries.ts'

/** One revision whole: its chain, sections, provisions with their duties and wording, citations both ways. */
export const revisionById = (db: Db, id: string, when: When): Promise<RevisionDetail | null> =>
  revisionAround(db, id, null, when)

/**
 * A revision of which one provision is looked at, with those below it: only they have duties, wording and citations. The other
 * provisions stand there by address, label and paraphrase.
 */
export async function revisionAround(
  db: Db,
  id: string,
  address: string | null,
  when: When,
): Promise<RevisionDetail | null> {
  const head = await headOf(db, id)
  if (!head) return null
  const texts = await newestTexts(db, id)
  const parts: ProvisionParts = {
    duties: await dutiesWhere(db, sql`d.revision = ${id} and ${isAt(address, sql`d.address`)}`, when),
    citations: await citationsOf(db, id, address),
    references: await referencesOf(db, id),
    footnotes: await footnotesOf(db, id),
    units: await newestUnits(db, id, texts, address),
  }
  const provisions = await provisionsOf(db, id, parts)
  const headings = headingsOf(texts)
  const sections = await sectionRows(db, id)
  const { link, instrument, chain, body, title, adopted_on, note, citation_forms, origin } = head
  return {
    ...link,
    instrument,
    body,
    title,
    adoptedOn: adopted_on,
    note,
    citationForms: citation_forms,
    origin,
    chain: chain ?? [],
    sections: sections.map((section) => ({
      ...section,
      headings: headings.get(section.key) ?? {},
      provisions: provisions
        .filter((one) => one.section === section.key)
        .map(({ section: _, ...one }) => one),
    })),
    footnotes: parts.footnotes,
    officialTexts: texts.map(({ sections: _, ...text }) => text),
    cites: parts.citations,
    citedBy: address === null ? await citedBy(db, sql`e.target = ${id}`) : [],
  }
}

/** At an address or below it; everywhere when none is given. */
const isAt = (address: string | null, column: RawBuilder<unknown>) =>
  address === null ? sql`true` : sql`(${column} = ${address} or starts_with(${column}, ${`${address}/`}))`

type Head = {
  link: RevisionLink
  instrument: Pick<InstrumentRow, 'id' | 'kind' | 'number' | 'confidence' | 'note'>
  chain: RevisionLink[] | null
  body: Adopter
  title: Translated
  adopted_on: string | null
  note: string | null
  citation_forms: string[]
  origin: Origin
}

async function headOf(db: Db, id: string): Promise<Head | undefined> {
  const found = await sql<Head>`
    select ${revisionLink} as link, ${chainOfInstrument} as chain, ${adopterOf} as body,
      c.title, r.adopted_on::text as adopted_on, r.note, r.citation_forms, r.origin,
      jsonb_build_object('id', i.id, 'kind', i.kind, 'number', i.number, 'confidence', i.confidence, 'note', i.note) as instrument
    from revisions r join revision_chains c on c.id = r.id join instruments i on i.id = r.instrument
    where r.id = ${id}`.execute(db)
  return found.rows[0]
}

export const sectionRows = (
  db: Db,
  revision: string,
): Promise<Omit<SectionDetail, 'provisions' | 'headings'>[]> =>
  db
    .selectFrom('sections')
    .select(['key', 'act', 'kind', 'addressees'])
    .where('revision', '=', revision)
    .orderBy('sort')
    .execute()

/** The heading of each section as the imported texts print it. */
function headingsOf(texts: Awaited<ReturnType<typeof newestTexts>>): Map<string, Translated> {
  const headings = new Map<string, Translated>()
  for (const { language, sections } of texts) {
    for (const { key, paired, heading } of sections) {
      if (heading === '') continue
      const known = headings.get(paired ?? key) ?? {}
      headings.set(paired ?? key, { ...known, [language]: heading })
    }
  }
  return headings
}

type ProvisionParts = {
  duties: DutyRow[]
  citations: CitationTarget[]
  references: (ProvisionDetail['refersTo'][number] & { from: string })[]
  footnotes: { mark: string; address: string | null }[]
  units: Awaited<ReturnType<typeof newestUnits>>
}

async function provisionsOf(db: Db, revision: string, parts: ProvisionParts) {
  const rows = await db
    .selectFrom('provisions')
    .selectAll()
    .where('revision', '=', revision)
    .orderBy('sort')
    .execute()
  const duties = Map.groupBy(parts.duties, ({ address }) => address)
  const citations = Map.groupBy(parts.citations, ({ address }) => address)
  const references = Map.groupBy(parts.references, ({ from }) => from)
  const back = Map.groupBy(parts.references, ({ address }) => address)
  const units = Map.groupBy(parts.units, ({ address }) => address)
  return rows.map((row): ProvisionDetail & { section: string } => ({
    section: row.section,
    id: `${revision}/${row.address}`,
    address: row.address,
    label: row.label,
    parent: row.parent,
    depth: row.depth,
    kind: row.kind,
    chapeau: row.chapeau,
    paraphrase: row.paraphrase,
    actionLines: row.action_lines,
    sdg: row.sdg,
    sdgOnlyInName: row.sdg_only_in_name,
    goals: row.goals,
    footnotes: marksOf(row.address, parts.footnotes, units.get(row.address) ?? []),
    cites: citations.get(row.address) ?? [],
    refersTo: (references.get(row.address) ?? []).map(({ from: _, ...reference }) => reference),
    referredToBy: [...new Set((back.get(row.address) ?? []).map(({ from }) => from))],
    duties: duties.get(row.address) ?? [],
    official: officialOf(units.get(row.address) ?? []),
    origin: row.origin,
    confidence: row.confidence,
    confirmed: row.confirmed,
  }))
}

function marksOf(
  address: string,
  notes: ProvisionParts['footnotes'],
  units: ProvisionParts['units'],
): string[] {
  const register = notes.filter((note) => note.address === address).map(({ mark }) => mark)
  return [...new Set([...register, ...units.flatMap((unit) => unit.footnotes)])]
}

const officialOf = (units: ProvisionParts['units']): Partial<Record<LanguageCode, OfficialUnit>> =>
  Object.fromEntries(
    units.map(({ language, version, path, label, text, closing, footnotes, confidence }) => [
      language,
      { version, path, label, text, closing, footnotes, confidence },
    ]),
  )

const refs = sql`
  select r.id, r.instrument, ${revisionRef} as ref from revisions r join revision_chains c on c.id = r.id`

/** What a revision cites. A target that is a revision is followed to the latest of its chain. */
export async function citationsOf(
  db: Db,
  revision: string,
  address: string | null = null,
): Promise<CitationTarget[]> {
  const found = await sql<{
    address: string
    as_written: string
    paragraphs: string[]
    explicit: boolean
    target: string | null
    instrument: string | null
    revision: RevisionRef | null
    latest: RevisionRef | null
  }>`
    select e.address, e.as_written, e.paragraphs, e.explicit, e.target, coalesce(cited.instrument, i.id) as instrument,
      cited.ref as revision, case when latest.id = cited.id then null else latest.ref end as latest
    from citations e
    join provisions p on p.revision = e.revision and p.address = e.address
    left join lateral (${refs} where r.id = e.target) as cited on true
    left join instruments i on i.id = e.target
    left join lateral (
      ${refs} where r.instrument = coalesce(cited.instrument, i.id) and c.superseded_by is null) as latest on true
    where e.revision = ${revision} and ${isAt(address, sql`e.address`)} order by p.sort, e.place`.execute(db)
  return found.rows.map(({ as_written, ...row }) => ({ ...row, asWritten: as_written }))
}

async function referencesOf(db: Db, revision: string): Promise<ProvisionParts['references']> {
  const rows = await db
    .selectFrom('provision_references')
    .select(['address as from', 'target as address', 'as_written as asWritten', 'doubtful'])
    .where('revision', '=', revision)
    .orderBy('address')
    .orderBy('place')
    .execute()
  return rows
}

const footnotesOf = (db: Db, revision: string) =>
  db
    .selectFrom('footnote_marks')
    .select(['mark', 'address'])
    .where('revision', '=', revision)
    .orderBy('mark')
    .execute()
