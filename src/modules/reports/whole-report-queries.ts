import { sql } from 'kysely'
import { dutyList, readerOf, type DutyRow } from '#modules/mandates/index.ts'
import { inLanguage, type LanguageCode } from '#platform/languages.ts'
import { whileUnchanged } from '#platform/while-unchanged.ts'
import { coded, named, said, type Said } from '#platform/web/shapes.ts'
import type { Visit } from '#platform/web/visit.ts'
import { addressesIn, citedNames } from './cited-queries.ts'
import { editionOf, type Edition } from './freezing/edition-queries.ts'
import type { FrozenSection, FrozenTexts } from './freezing/edition.ts'
import { markedBlocks, uncitedIn } from './markup/markup.ts'
import { chainRecords } from './clearance/chain-shape.ts'
import { ownerRef, saidOrNull, stateKeys } from './names.ts'
import { answeredParts, factsNow } from './parts/answer-queries.ts'
import { listedNames } from './parts/listed-queries.ts'
import { partRecord, type WordedPart } from './parts/part-shape.ts'
import { answersOf, reportsSeenBy, reportsWhere, seesDraftOf, type ReportRead } from './report-queries.ts'
import { mayWith, reportRow, stepsWith, type ReportReader, type ReportRecord } from './report-shape.ts'
import type { Report } from './report.ts'
import { lengthIn, type LimitUnit } from './sections/limit.ts'
import { measured } from './sections/measured.ts'
import { partsOf, sectionsOf, withSectionTexts } from './sections/section-queries.ts'
import type { Section } from './sections/section.ts'
import { sectionRecord, type SectionRecord } from './sections/section-shape.ts'
import { talkFigures } from './talk/talk-queries.ts'
import { nothingOpen, type TalkFigures } from './talk/talk.ts'
import { reportTemplates } from './templates/template-queries.ts'
import { noticeDaysOf, countingOf } from './templates/template.ts'

/** The reader with the names of bodies and templates at hand. */
export async function reportReader(visit: Visit): Promise<ReportReader> {
  const templates = await whileUnchanged(visit.db, 'report-templates', () => reportTemplates(visit.db))
  return {
    visit,
    names: await readerOf(visit),
    templates: new Map(templates.map((template) => [template.id, template])),
  }
}

/** A report with all that stands in it: what was frozen from its edition, what is being written from the records of now. */
export async function wholeReport(visit: Visit, read: ReportRead): Promise<ReportRecord> {
  const reader = await reportReader(visit)
  const { report, words } = read
  const edition = await editionOf(visit.db, report.id)
  const duties = await dutiesAnswered(reader, report)
  const isInsider = await seesDraftOf(visit.db, visit.actor, report.id)
  const stored = await sectionsOf(visit.db, report.id)
  const open = edition === null ? await openSections(reader, report, stored) : null
  return {
    ...reportRow(reader, read),
    action: saidOrNull(words.action),
    originalLanguage: report.language,
    digest: edition?.digest ?? null,
    correction: report.correction,
    versions: await versionsOf(visit, report),
    ...duties,
    sections: edition === null ? (open?.sections ?? []) : await frozenSections(reader, report, edition),
    limit: open?.limit ?? null,
    clearance: await chainRecords(reader, { report, sections: stored, isInsider }),
    open: isInsider ? sumOf(await talkFigures(visit.db, report.id)) : null,
    may: mayWith(visit, report),
    steps: stepsWith(visit, report),
    revision: report.revision,
  }
}

const sumOf = (figures: ReadonlyMap<string, TalkFigures>): TalkFigures => ({
  comments: [...figures.values()].reduce((sum, { comments }) => sum + comments, 0),
  suggestions: [...figures.values()].reduce((sum, { suggestions }) => sum + suggestions, 0),
})

async function versionsOf(visit: Visit, { series }: Report): Promise<ReportRecord['versions']> {
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

type OpenSections = { sections: SectionRecord[]; limit: ReportRecord['limit'] }

async function openSections(
  reader: ReportReader,
  report: Report,
  stored: readonly Section[],
): Promise<OpenSections> {
  const { visit } = reader
  const sections = await withSectionTexts(visit.db, stored, visit.language)
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
  const figures = await talkFigures(visit.db, report.id)
  const template = reader.templates.get(report.template)
  const counting = countingOf(template)
  const called = new Map([...names].map(([address, name]) => [address, name.text]))
  const measure = sections.map(({ section }, place) => {
    const text = texts[place] ?? null
    const language = text?.language ?? section.language
    const size = measured(markedBlocks(text?.text ?? ''), { language, parts: answered, cited: called })
    return (unit: LimitUnit) => lengthIn(unit, size, language, counting)
  })
  const records = sections.map(({ section }, place) => {
    const text = texts[place] ?? null
    const cited = addressesIn(text).map((address) => ({ address, name: names.get(address) ?? null }))
    const own = parts.filter(({ of }) => of.section === section.id).map(({ record }) => record)
    const length = measure[place]?.(section.limit?.unit ?? 'words') ?? 0
    const open = figures.get(section.id) ?? nothingOpen
    const subject = { report, section, text, cited, parts: own, length, counting, open }
    return sectionRecord(reader, { ...subject, noticeDays: noticeDaysOf(template) })
  })
  const whole = template?.limit ?? null
  const sum = whole === null ? 0 : measure.reduce((all, lengthOf) => all + lengthOf(whole.unit), 0)
  const limit = whole && { ...whole, length: Math.round(sum * 10) / 10, counting }
  return { sections: records, limit }
}

/** One section of a report that is being written. */
export async function openSection(visit: Visit, report: Report, id: string): Promise<SectionRecord | null> {
  const stored = await sectionsOf(visit.db, report.id)
  const { sections } = await openSections(await reportReader(visit), report, stored)
  return sections.find((section) => section.id === id) ?? null
}

async function wordedParts<Of extends WordedPart>(visit: Visit, report: Report, parts: readonly Of[]) {
  const ids = parts.flatMap(({ query, result }) => result.listed.map((id) => ({ source: query.source, id })))
  const listed = await listedNames(visit, ids)
  const period = { from: report.startsOn, to: report.endsOn }
  return parts.map((of) => ({ of, record: partRecord(visit, of, { period, listed }) }))
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
    const text = frozenText(section.text, visit.language, report.language)
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

/** In the reader's language where a text was there, else in that of the report, with what must be said of it. */
function frozenText(texts: FrozenTexts, wanted: LanguageCode, original: LanguageCode): Said | null {
  const language = texts[wanted] === undefined ? original : wanted
  const found = texts[language]
  if (found === undefined) return null
  const { text, state } = found
  return { text, language, ...(state === 'machine' || state === 'outdated' ? { state } : {}) }
}
