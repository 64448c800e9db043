import { sql } from 'kysely'
import { dutyList, namedRecords, readerOf, recordAt, type DutyRow } from '#modules/mandates/index.ts'
import { inLanguage, type LanguageCode } from '#platform/languages.ts'
import { dayOf } from '#platform/ui/format.ts'
import { whileUnchanged } from '#platform/while-unchanged.ts'
import { coded, named, said, type Said } from '#platform/web/shapes.ts'
import { editionOf, type Edition } from './freezing/edition-queries.ts'
import type { FrozenSection } from './freezing/edition.ts'
import { citationsIn, markedBlocks, uncitedIn } from './markup/markup.ts'
import { bodyRef, saidIn, saidOrNull, stateKeys } from './names.ts'
import { headedReport, referencesOf } from './papers/head-queries.ts'
import { answeredParts, factsNow } from './parts/answer-queries.ts'
import { listedNames } from './parts/listed-queries.ts'
import { partRecord, type WordedPart } from './parts/part-shape.ts'
import { answersOf, reportsSeenBy, reportsWhere, type ReportRead } from './report-queries.ts'
import {
  mayWith,
  reportRow,
  stepsWith,
  type ReportReader,
  type ReportRecord,
  type ReportVisit,
} from './report-shape.ts'
import type { Report } from './report.ts'
import { partsOf, sectionsOf, withSectionTexts } from './sections/section-queries.ts'
import { sectionRecord, type SectionRecord } from './sections/section-shape.ts'
import { reportTemplates } from './templates/template-queries.ts'

/** The reader with the names of bodies and templates at hand. */
export async function reportReader(visit: ReportVisit): Promise<ReportReader> {
  const templates = await whileUnchanged(visit.db, 'report-templates', () => reportTemplates(visit.db))
  return {
    visit,
    names: await readerOf(visit),
    templates: new Map(templates.map((template) => [template.id, template])),
  }
}

/** A report with all that stands in it: what was frozen from its edition, what is being written from the records of now. */
export async function wholeReport(visit: ReportVisit, read: ReportRead): Promise<ReportRecord> {
  const reader = await reportReader(visit)
  const { report } = read
  const edition = await editionOf(visit.db, report.id)
  const duties = await dutiesAnswered(reader, report)
  const sections =
    edition === null ? await openSections(reader, report) : await frozenSections(reader, report, edition)
  const row = reportRow(reader, read)
  const template = reader.templates.get(report.template)?.head ?? null
  return {
    ...row,
    ...(await headedReport(visit, read, { edition, template, title: row.title })),
    references: await referencesOf(visit, { ...duties, sections }),
    originalLanguage: report.language,
    digest: edition?.digest ?? null,
    correction: report.correction,
    versions: await versionsOf(visit, report),
    ...duties,
    sections,
    papers: [],
    may: mayWith(visit, report),
    steps: stepsWith(visit, report),
    revision: report.revision,
  }
}

async function versionsOf(visit: ReportVisit, { series }: Report): Promise<ReportRecord['versions']> {
  const found = await reportsWhere(
    visit.db,
    sql`r.series = ${series} and ${reportsSeenBy(visit.actor)}`,
    sql`r.version`,
  )
  return found.map(({ id, version, state }) => ({ id, version, state: coded(visit, state, stateKeys) }))
}

/** What a report answers, and the duties of its template that it does not; duties of texts that are gone keep their id. */
async function dutiesAnswered(
  { visit, templates }: ReportReader,
  report: Report,
): Promise<Pick<ReportRecord, 'answers' | 'unanswered'>> {
  const answers = (await answersOf(visit.db, [report.id])).get(report.id) ?? []
  const asked = templates.get(report.template)?.duties ?? []
  const ids = [...new Set([...asked, ...answers.map(({ duty }) => duty)])]
  const { rows } =
    ids.length === 0
      ? { rows: [] as DutyRow[] }
      : await dutyList(visit.db, { found: { duty: ids, provision: [] } }, visit.now, { limit: 100 })
  const words = new Map(rows.map(({ id, paraphrase }) => [id, said(visit, paraphrase)]))
  const answered = new Set(answers.map(({ duty }) => duty))
  return {
    answers: answers.map(({ duty, occurrence }) => ({ duty, occurrence, words: words.get(duty) ?? null })),
    unanswered: asked
      .filter((duty) => !answered.has(duty))
      .map((duty) => ({ duty, occurrence: null, words: words.get(duty) ?? null })),
  }
}

async function openSections(reader: ReportReader, report: Report): Promise<SectionRecord[]> {
  const { visit } = reader
  const sections = await withSectionTexts(visit.db, await sectionsOf(visit.db, report.id), visit.language)
  const answered = await answeredParts(visit.db, await partsOf(visit.db, report.id), {
    at: visit.now,
    report,
    facts: factsNow(visit.db, visit.now),
  })
  const parts = await wordedParts(visit, report, answered)
  const texts = sections.map(({ text }) => saidOrNull(text))
  const names = await citedNames(
    visit,
    texts.flatMap((text) => addressesIn(text)),
  )
  return sections.map(({ section }, place) => {
    const text = texts[place] ?? null
    const cited = addressesIn(text).map((address) => ({ address, name: names.get(address) ?? null }))
    const own = parts.filter(({ of }) => of.section === section.id).map(({ record }) => record)
    return sectionRecord(reader, { report, section, text, cited, parts: own })
  })
}

const addressesIn = (text: Said | null): string[] => citationsIn(markedBlocks(text?.text ?? ''))

/** One section of a report that is being written. */
export async function openSection(
  visit: ReportVisit,
  report: Report,
  id: string,
): Promise<SectionRecord | null> {
  const sections = await openSections(await reportReader(visit), report)
  return sections.find((section) => section.id === id) ?? null
}

async function wordedParts<Of extends WordedPart>(visit: ReportVisit, report: Report, parts: readonly Of[]) {
  const ids = parts.flatMap(({ query, result }) => result.listed.map((id) => ({ source: query.source, id })))
  const listed = await listedNames(visit, ids)
  const period = { from: report.startsOn, to: report.endsOn }
  return parts.map((of) => ({ of, record: partRecord(visit, of, { period, listed }) }))
}

async function citedNames(
  { db, language, now }: ReportVisit,
  addresses: readonly string[],
): Promise<Map<string, Said>> {
  const refs = [...new Set(addresses)].flatMap((address) => {
    const ref = recordAt(address, '')
    return ref === null ? [] : [{ address, ...ref }]
  })
  const found = await namedRecords(db, refs, { today: dayOf(now), levels: ['public'] })
  return new Map(
    refs.flatMap(({ address, kind, id }) => {
      const name = inLanguage(found.get(`${kind} ${id}`)?.name ?? {}, language)
      return name === null ? [] : [[address, name] as const]
    }),
  )
}

async function frozenSections(
  { visit, names }: ReportReader,
  report: Report,
  { content }: Edition,
): Promise<SectionRecord[]> {
  const parts = await wordedParts(
    visit,
    report,
    content.sections.flatMap((section) => section.parts.map((part) => ({ ...part, section }))),
  )
  return content.sections.map((section): SectionRecord => {
    const text = saidIn(section.text, visit.language, report.language)
    return {
      id: null,
      code: section.code,
      name: named(visit, section.name, section.code),
      purpose: null,
      owner: bodyRef(names, section.owner ?? report.lead),
      state: null,
      returnedBecause: null,
      limit: null,
      text,
      originalLanguage: report.language,
      uncited: uncitedIn(markedBlocks(text?.text ?? '')),
      cited: citedThen(section, addressesIn(text), visit.language),
      parts: parts.filter(({ of }) => of.section === section).map(({ record }) => record),
      may: [],
      steps: [],
      revision: report.revision,
    }
  })
}

const citedThen = (
  { cited }: FrozenSection,
  addresses: readonly string[],
  language: LanguageCode,
): SectionRecord['cited'] =>
  addresses.map((address) => ({ address, name: inLanguage(cited[address] ?? {}, language) }))
