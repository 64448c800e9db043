import { sql } from 'kysely'
import type { Actor } from '#platform/access/actor.ts'
import type { Db } from '#platform/database/tables.ts'
import { inLanguage, type LanguageCode } from '#platform/languages.ts'
import { shippedThesaurus } from '#platform/search/thesaurus/shipped-thesaurus.ts'
import { searchMarks } from '#platform/search/search-marks.ts'
import { translationsFor } from '#platform/texts/texts.ts'
import type { Visit } from '#platform/web/visit.ts'
import type { EditionContent } from '../freezing/edition.ts'
import { wordsIn, type MarkedBlock } from '../markup/markup.ts'
import type { PartQuery } from '../parts/part.ts'
import { reportsSeenBy, reportsWhere, withReportWords } from '../report-queries.ts'
import { publicReportStates, type Report } from '../report.ts'
import { partsOf, sectionsWhere } from '../sections/section-queries.ts'
import type { Section } from '../sections/section.ts'
import { paragraphsOf } from '../using/use.ts'
import { placeCode, type ParagraphPlace } from './reuse.ts'

/** A paragraph that may be taken, as it is offered. */
export type Offered = {
  code: string
  title: string
  symbol: string | null
  version: number
  section: string
  paragraph: number
  words: string
}

type Text = { report: string; section: string; name: string; text: string }

const mostReports = 20
const mostDrafts = 50
const mostOffered = 20

/** Paragraphs of other reports that the reader may see, in the language of the section, those that meet most words first. */
export async function offeredParagraphs(
  visit: Visit,
  section: Pick<Section, 'report' | 'language'>,
  words: string,
): Promise<Offered[]> {
  if (words.trim() === '') return []
  const { db, actor } = visit
  const request = { words, language: section.language, lastWord: 'whole' as const }
  const answer = await visit.search.answer({
    ...request,
    filters: { kind: ['report'] },
    facets: [],
    order: 'relevance',
    limit: mostReports,
    after: null,
  })
  const marks = searchMarks(request, answer.corrected, shippedThesaurus())
  const frozen = answer.hits.map(({ key }) => key.slice(key.indexOf(':') + 1))
  const isDraft = sql`not (r.state = any(${[...publicReportStates]}::text[]))`
  const reports = await reportsWhere(
    db,
    sql`${reportsSeenBy(actor)} and r.id <> ${section.report}
      and (r.id = any(${frozen}::text[]) or (${isDraft} and r.id in (
        select d.id from reports d where d.state <> 'discarded' order by d.updated_at desc limit ${mostDrafts})))`,
  )
  const texts = await sectionTexts(db, reports, visit.language, section.language)
  const titles = new Map(
    (await withReportWords(db, reports, visit.language)).map((read) => [read.report.id, read]),
  )
  return texts
    .flatMap(({ report, section: code, name, text }) =>
      paragraphsOf(text).map(({ number, block }) => {
        const said = wordsIn([block])
        const met = new Set(
          marks(said, section.language).map(([from, to]) => said.slice(from, to).toLowerCase()),
        )
        return { report, code, name, paragraph: number, words: said, met: met.size }
      }),
    )
    .filter(({ met }) => met > 0)
    .toSorted((one, other) => other.met - one.met)
    .slice(0, mostOffered)
    .map(({ report, code, name, paragraph, words: said }) => {
      const read = titles.get(report)
      return {
        code: placeCode({ report, section: code, paragraph }),
        title: read?.words.title?.text ?? report,
        symbol: read?.report.symbol ?? null,
        version: read?.report.version ?? 1,
        section: name,
        paragraph,
        words: said,
      }
    })
}

/** The texts of sections of some reports in one language: of frozen ones as they were frozen. */
export async function sectionTexts(
  db: Db,
  reports: readonly Report[],
  reader: LanguageCode,
  language: LanguageCode,
): Promise<Text[]> {
  const ids = reports.map(({ id }) => id)
  const editions = await db
    .selectFrom('report_editions')
    .select(['report', 'content'])
    .where('report', 'in', [...ids, ''])
    .execute()
  const frozen = new Set(editions.map(({ report }) => report))
  const drafts = ids.filter((id) => !frozen.has(id))
  const sections = await sectionsWhere(db, sql`s.report = any(${drafts}::text[])`)
  const known = await translationsFor(
    db,
    sections.map(({ id }) => ({ kind: 'report-section', id })),
  )
  const named = (name: Section['name'], code: string) => inLanguage(name, reader)?.text ?? code
  return [
    ...editions.flatMap(({ report, content }) =>
      content.sections.map(({ code, name, text }) => ({
        report,
        section: code,
        name: named(name, code),
        text: text[language]?.text ?? '',
      })),
    ),
    ...sections.map(({ id, report, code, name }) => ({
      report,
      section: code,
      name: named(name, code),
      text: known('report-section', id)?.[language]?.['text']?.text ?? '',
    })),
  ]
}

/** A paragraph as it stands in its report, with the questions of the live parts of that report. */
export type Source = { report: Report; block: MarkedBlock; queries: ReadonlyMap<string, PartQuery> }

/** The paragraph at a place; null for what is not there and for what the actor may not see. */
export async function sourceParagraph(
  db: Db,
  actor: Actor,
  { report: id, section, paragraph }: ParagraphPlace,
  language: LanguageCode,
): Promise<Source | null> {
  const [report] = await reportsWhere(db, sql`r.id = ${id} and ${reportsSeenBy(actor)}`)
  if (report === undefined) return null
  const texts = await sectionTexts(db, [report], language, language)
  const text = texts.find((one) => one.section === section)?.text ?? ''
  const found = paragraphsOf(text).find(({ number }) => number === paragraph)
  return found === undefined ? null : { report, block: found.block, queries: await queriesOf(db, id) }
}

async function queriesOf(db: Db, report: string): Promise<Map<string, PartQuery>> {
  const edition = await db
    .selectFrom('report_editions')
    .select('content')
    .where('report', '=', report)
    .executeTakeFirst()
  const parts = edition === undefined ? await partsOf(db, report) : frozenParts(edition.content)
  return new Map(parts.map(({ key, query }) => [key, query]))
}

const frozenParts = ({ sections }: EditionContent) => sections.flatMap(({ parts }) => parts)
