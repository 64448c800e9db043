import { sql } from 'kysely'
import type { Translated } from '#platform/languages.ts'
import { coded, named } from '#platform/web/shapes.ts'
import { writtenBlock } from '../markup/written.ts'
import type { ReportVisit } from '../report-visit.ts'
import { reportsSeenBy, reportsWhere, withReportWords } from '../report-queries.ts'
import type { Report } from '../report.ts'
import { paragraphsOf } from '../using/use.ts'
import { digestOf, stateIn } from './reuse.ts'
import { reuseStateKeys, type ReusedRecord, type UsedAgainRecord } from './reuse-shape.ts'
import { sectionTexts } from './source-queries.ts'

type Row = {
  section: string
  name: Translated
  source: string
  sourceSection: string
  sourceName: Translated | null
  paragraph: number
  digest: string
  text: string
}

/** What a report has taken from others that the reader sees, in reading order, and what has become of it. */
export async function reusedIn(visit: ReportVisit, report: Report): Promise<ReusedRecord[]> {
  const { db, actor, language } = visit
  const { rows } = await sql<Row>`
    select s.code as section, s.name, x.source, x.source_section as "sourceSection", o.name as "sourceName",
      x.source_paragraph as paragraph, x.digest, x.text
    from report_reuses x join report_sections s on s.id = x.section join reports r on r.id = x.source
    left join report_sections o on o.report = x.source and o.code = x.source_section
    where s.report = ${report.id} and ${reportsSeenBy(actor)} order by s.place, x.place`.execute(db)
  if (rows.length === 0) return []
  const sources = await reportsWhere(db, sql`r.id = any(${rows.map(({ source }) => source)}::text[])`)
  const titles = new Map((await withReportWords(db, sources, language)).map((read) => [read.report.id, read]))
  const texts = await sectionTexts(db, [report, ...sources], language, report.language)
  const textOf = (of: string, section: string) =>
    texts.find((one) => one.report === of && one.section === section)?.text ?? ''
  return rows.flatMap((row) => {
    const read = titles.get(row.source)
    if (read === undefined) return []
    const { state, paragraph } = stateIn(textOf(report.id, row.section), row.text)
    const there = paragraphsOf(textOf(row.source, row.sourceSection))
    return [
      {
        section: row.section,
        sectionName: named(visit, row.name, row.section),
        paragraph,
        state: coded(visit, state, reuseStateKeys),
        from: {
          id: row.source,
          title: read.words.title?.text ?? row.source,
          symbol: read.report.symbol,
          version: read.report.version,
          section: row.sourceSection,
          sectionName: named(visit, row.sourceName ?? {}, row.sourceSection),
          paragraph: row.paragraph,
          isAsItWas: there.some(({ block }) => digestOf(writtenBlock(block)) === row.digest),
        },
      },
    ]
  })
}

type Again = { id: string; section: string; name: Translated; sourceSection: string; paragraph: number }

/** Reports that have taken a paragraph from this one, as far as the reader sees them. */
export async function usedAgain(visit: ReportVisit, { id }: Report): Promise<UsedAgainRecord[]> {
  const { db, actor, language } = visit
  const { rows } = await sql<Again>`
    select r.id, s.code as section, s.name, x.source_section as "sourceSection", x.source_paragraph as paragraph
    from report_reuses x join report_sections s on s.id = x.section join reports r on r.id = s.report
    where x.source = ${id} and ${reportsSeenBy(actor)}
    order by r.due_on desc, r.id, s.place, x.place`.execute(db)
  const found = await reportsWhere(db, sql`r.id = any(${rows.map((row) => row.id)}::text[])`)
  const titles = new Map((await withReportWords(db, found, language)).map((read) => [read.report.id, read]))
  return rows.map((row) => {
    const read = titles.get(row.id)
    return {
      section: row.sourceSection,
      paragraph: row.paragraph,
      in: {
        id: row.id,
        title: read?.words.title?.text ?? row.id,
        symbol: read?.report.symbol ?? null,
        version: read?.report.version ?? 1,
        section: row.section,
        sectionName: named(visit, row.name, row.section),
      },
    }
  })
}
