import { sql } from 'kysely'
import { dutiesWhere, readerOf } from '#modules/mandates/index.ts'
import { latestMatrixVersion } from '#modules/matrix/index.ts'
import type { Translated } from '#platform/languages.ts'
import { whileUnchanged } from '#platform/while-unchanged.ts'
import { coded, named, said } from '#platform/web/shapes.ts'
import { citedThen } from './citing/citation-shape.ts'
import { citedAddresses, citedRef, type Citation } from './citing/citation.ts'
import { citedTitle, type Told } from './citing/cited-title.ts'
import { toldIn } from './citing/told-queries.ts'
import { chainRecords } from './clearance/chain-shape.ts'
import { editionOf, type Edition } from './freezing/edition-queries.ts'
import type { FrozenSection } from './freezing/edition.ts'
import { markedBlocks, uncitedIn } from './markup/markup.ts'
import { ownerRef, saidIn, stateKeys } from './names.ts'
import { addressesIn, citationsNow, openSections, wordedParts } from './open-section-queries.ts'
import { headedReport } from './papers/head-queries.ts'
import { referencesOf } from './papers/reference-queries.ts'
import { answersOf, reportsSeenBy, reportsWhere, seesDraftOf, type ReportRead } from './report-queries.ts'
import { mayWith, reportRow, stepsWith, type ReportReader, type ReportRecord } from './report-shape.ts'
import type { Report } from './report.ts'
import type { ReportVisit } from './report-visit.ts'
import { reusedIn, usedAgain } from './reusing/reuse-queries.ts'
import { sectionsOf } from './sections/section-queries.ts'
import type { SectionRecord } from './sections/section-shape.ts'
import { talkFigures } from './talk/talk-queries.ts'
import type { TalkFigures } from './talk/talk.ts'
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
  const duties = await dutiesAnswered(reader, report, edition)
  const isInsider = await seesDraftOf(visit.db, visit.actor, report.id)
  const stored = await sectionsOf(visit.db, report.id)
  const open = edition === null ? await openSections(reader, report, stored) : null
  const matrix = edition === null ? await latestMatrixVersion(visit.db) : edition.content.matrix
  const sections = edition === null ? (open?.sections ?? []) : await frozenSections(reader, report, edition)
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
    limit: open?.limit ?? null,
    clearance: await chainRecords(reader, { report, sections: stored, isInsider }),
    open: isInsider ? sumOf(await talkFigures(visit.db, report.id)) : null,
    papers: [],
    may: mayWith(visit, report),
    steps: stepsWith(visit, report),
    revision: report.revision,
    matrix: matrix ? { number: matrix.number, datedOn: matrix.datedOn } : null,
    reused: await reusedIn(visit, report),
    usedAgain: await usedAgain(visit, report),
  }
}

const sumOf = (figures: ReadonlyMap<string, TalkFigures>): TalkFigures => ({
  comments: [...figures.values()].reduce((sum, { comments }) => sum + comments, 0),
  suggestions: [...figures.values()].reduce((sum, { suggestions }) => sum + suggestions, 0),
})

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
  edition: Edition | null,
): Promise<Pick<ReportRecord, 'answers' | 'unanswered'>> {
  const frozen = edition?.content
  const answers = frozen?.answers ?? (await answersOf(visit.db, [report.id])).get(report.id) ?? []
  const answered = new Set(answers.map(({ duty }) => duty))
  const asked = (templates.get(report.template)?.duties ?? []).filter((duty) => !answered.has(duty))
  const unanswered = frozen?.unanswered ?? asked
  const words = frozen?.duties ?? (await paraphrases(visit, [...answered, ...unanswered]))
  const wordsOf = (duty: string) => said(visit, words[duty] ?? {})
  return {
    answers: answers.map((one) => ({ ...one, words: wordsOf(one.duty) })),
    unanswered: unanswered.map((duty) => ({ duty, occurrence: null, words: wordsOf(duty) })),
  }
}

async function paraphrases(
  { db, now }: ReportVisit,
  ids: readonly string[],
): Promise<Record<string, Translated>> {
  if (ids.length === 0) return {}
  const duties = await dutiesWhere(db, sql`d.id = any(${[...ids]}::text[])`, now)
  return Object.fromEntries(duties.map(({ id, paraphrase }) => [id, paraphrase]))
}

/** One section of a report that is being written. */
export async function openSection(
  visit: ReportVisit,
  report: Report,
  id: string,
): Promise<SectionRecord | null> {
  const stored = await sectionsOf(visit.db, report.id)
  const { sections } = await openSections(await reportReader(visit), report, stored)
  return sections.find((section) => section.id === id) ?? null
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
  const numbers = citedAddresses(content)
  const present = await citationsNow(visit, numbers)
  const told = await toldIn(
    visit,
    numbers.flatMap((address) => citedRef(address) ?? []),
  )
  return content.sections.map((section): SectionRecord => {
    const text = saidIn(section.text, visit.language, report.language)
    return {
      id: null,
      code: section.code,
      name: named(visit, section.name, section.code),
      purpose: null,
      owner: ownerRef(names, section.owner ?? report.lead),
      state: null,
      returnedBecause: null,
      dueOn: null,
      late: false,
      open: null,
      limit: null,
      text,
      originalLanguage: report.language,
      uncited: uncitedIn(markedBlocks(text?.text ?? '')),
      cited: addressesIn(text).map((address) => citedIn(visit, section, { address, numbers, present, told })),
      parts: parts.filter(({ of }) => of.section === section).map(({ record }) => record),
      may: [],
      steps: [],
      revision: report.revision,
    }
  })
}

type Cited = {
  address: string
  numbers: readonly string[]
  present: ReadonlyMap<string, Citation>
  told: Told
}

/** What a claim rested on; a section of format 1 kept what it was called, and no more. */
function citedIn(
  visit: ReportVisit,
  { cited, citations }: FrozenSection,
  { address, numbers, present, told }: Cited,
): SectionRecord['cited'][number] {
  const title = cited[address]
  const kept = citations?.[address]
  const ref = citedRef(address)
  const called = title && ref ? citedTitle(visit.t, { ...ref, title }, told) : title
  return citedThen(visit, {
    address,
    number: numbers.indexOf(address) + 1,
    name: called === undefined ? null : said(visit, called),
    kept: kept === undefined || title === undefined ? null : { ...kept, title },
    told,
    isPublic: present.has(address),
  })
}
