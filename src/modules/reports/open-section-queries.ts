import { readerOf } from '#modules/mandates/index.ts'
import { inLanguage, type LanguageCode } from '#platform/languages.ts'
import type { Said } from '#platform/web/shapes.ts'
import { citationsAt } from './citing/citation-queries.ts'
import { citedNow } from './citing/citation-shape.ts'
import { citedRef, refKey, type Citation } from './citing/citation.ts'
import { toldIn } from './citing/told-queries.ts'
import { citationsIn, markedBlocks } from './markup/markup.ts'
import { saidOrNull } from './names.ts'
import { answeredParts, factsNow } from './parts/answer-queries.ts'
import { listedNames } from './parts/listed-queries.ts'
import { partRecord, type WordedPart } from './parts/part-shape.ts'
import type { ReportReader, ReportRecord } from './report-shape.ts'
import type { ReportVisit } from './report-visit.ts'
import type { Report } from './report.ts'
import { lengthIn, type LimitUnit } from './sections/limit.ts'
import { measured } from './sections/measured.ts'
import { partsOf, withSectionTexts } from './sections/section-queries.ts'
import { sectionRecord, type SectionRecord } from './sections/section-shape.ts'
import type { Section } from './sections/section.ts'
import { talkFigures } from './talk/talk-queries.ts'
import { nothingOpen } from './talk/talk.ts'
import { countingOf, noticeDaysOf } from './templates/template.ts'

type OpenSections = { sections: SectionRecord[]; limit: ReportRecord['limit'] }

/** The sections of a report that is being written, from the records of now, and how long they are together. */
export async function openSections(
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
  const known = await citationsNow(
    visit,
    texts.flatMap((text) => addressesIn(text)),
  )
  const told = await toldIn(visit, [...known.values()])
  const figures = await talkFigures(visit.db, report.id)
  const template = reader.templates.get(report.template)
  const counting = countingOf(template)
  const measure = sections.map(({ section }, place) => {
    const text = texts[place] ?? null
    const language = text?.language ?? section.language
    const around = { language, parts: answered, cited: namesIn(known, language) }
    const size = measured(markedBlocks(text?.text ?? ''), around)
    return (unit: LimitUnit) => lengthIn(unit, size, language, counting)
  })
  const records = sections.map(({ section }, place) => {
    const text = texts[place] ?? null
    const cited = addressesIn(text).map((address) => citedNow(visit, address, { known, told }))
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

/** What a text rests on, each address once. */
export const addressesIn = (text: Pick<Said, 'text'> | null): string[] =>
  citationsIn(markedBlocks(text?.text ?? ''))

/** What is cited is called, by its address. */
export const namesIn = (known: ReadonlyMap<string, Citation>, language: LanguageCode): Map<string, string> =>
  new Map(
    [...known].flatMap(([address, { title }]) => {
      const name = inLanguage(title, language)?.text
      return name === undefined ? [] : [[address, name] as const]
    }),
  )

/** Live parts in the reader's words. */
export async function wordedParts<Of extends WordedPart>(
  visit: ReportVisit,
  report: Report,
  parts: readonly Of[],
) {
  const ids = parts.flatMap(({ query, result }) => result.listed.map((id) => ({ source: query.source, id })))
  const listed = await listedNames(visit, ids)
  const period = { from: report.startsOn, to: report.endsOn }
  const { goals } = await readerOf(visit)
  return parts.map((of) => ({ of, record: partRecord(visit, of, { period, listed, goals }) }))
}

/** What everybody may know now of what is cited, by its address. */
export async function citationsNow(
  { db, now: at }: Pick<ReportVisit, 'now' | 'db'>,
  addresses: readonly string[],
): Promise<Map<string, Citation>> {
  const refs = [...new Set(addresses)].flatMap((address) => {
    const ref = citedRef(address)
    return ref === null ? [] : [{ address, ref }]
  })
  if (refs.length === 0) return new Map()
  const known = await citationsAt(
    db,
    refs.map(({ ref }) => ref),
    { at, facts: factsNow(db, at) },
  )
  return new Map(
    refs.flatMap(({ address, ref }) => {
      const citation = known.get(refKey(ref))
      return citation === undefined ? [] : [[address, citation] as const]
    }),
  )
}
