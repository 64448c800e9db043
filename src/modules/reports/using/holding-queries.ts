import { sql, type RawBuilder } from 'kysely'
import type { Db } from '#platform/database/tables.ts'
import { date } from '#platform/ui/format.ts'
import type { About, Holding } from '#platform/web/holdings.ts'
import { named } from '#platform/web/shapes.ts'
import type { Visit } from '#platform/web/visit.ts'
import { saidOrNull } from '../names.ts'
import { reportPaths } from '../paths.ts'
import { reportsWhere, withReportWords, type ReportRead } from '../report-queries.ts'
import { paragraphAnswering, type QuotedSection, type Totals } from './answering.ts'
import { deliveredFor, usedRecordText, usesRecord } from './use-queries.ts'

const mostFirst = 5

/** What frozen reports hold about a record of another module: which of them use it, and the paragraph that answers a duty. */
export async function reportHoldings(visit: Visit, { kind, id }: About): Promise<Holding[]> {
  if (kind === 'body') return []
  const isMandate = kind === 'duty' || kind === 'provision'
  return [...(isMandate ? [await answers(visit, id)] : []), await uses(visit, { kind, id })]
}

async function uses(visit: Visit, used: { kind: string; id: string }): Promise<Holding> {
  const { total, reads } = await firstReports(visit, usesRecord(used))
  return {
    code: 'reports',
    label: visit.t('reports.proof.used-in'),
    total,
    path: reportPaths.reports,
    query: { uses: usedRecordText(used) },
    first: reads.map((read) => heldReport(visit, read)),
  }
}

/** Reports that were delivered as the answer, each with the very paragraph that gives it. */
async function answers(visit: Visit, id: string): Promise<Holding> {
  const { db, language } = visit
  const { total, reads } = await firstReports(visit, deliveredFor(id))
  const sections = await sectionsCiting(
    db,
    reads.map(({ report }) => report.id),
  )
  return {
    code: 'answers',
    label: visit.t('reports.proof.answered-in'),
    total,
    path: reportPaths.reports,
    query: { answers: id },
    first: reads.map((read) => {
      const { id: report, language: original } = read.report
      const cited = sections.get(report) ?? { sections: [], totals: {} }
      const wanted = { asked: id, language, original, totals: cited.totals }
      const quoted = paragraphAnswering(cited.sections, wanted)
      const held = heldReport(visit, read)
      if (quoted === null) return held
      const place = visit.t('reports.proof.paragraph', { number: quoted.number })
      return { ...held, facts: [place, ...held.facts], text: quoted.text, anchor: quoted.anchor }
    }),
  }
}

async function firstReports(
  { db, language }: Visit,
  where: RawBuilder<boolean>,
): Promise<{ total: number; reads: ReportRead[] }> {
  const found = await reportsWhere(db, where, sql`r.frozen_at desc, r.id`)
  return { total: found.length, reads: await withReportWords(db, found.slice(0, mostFirst), language) }
}

const heldReport = (visit: Visit, { report, words }: ReportRead): Holding['first'][number] => {
  const { t, language } = visit
  return {
    id: report.id,
    path: reportPaths.report(report.id),
    title: saidOrNull(words.title) ?? named(visit, {}, report.symbol ?? report.id),
    within: report.symbol === null ? null : { text: report.symbol, language },
    facts: [
      ...(report.version > 1 ? [t('plans.version', { version: report.version })] : []),
      ...(report.frozenAt === null ? [] : [date(language, report.frozenAt.toISOString().slice(0, 10))]),
      ...(report.isExample ? [t('moderation.example')] : []),
    ],
    example: report.isExample,
  }
}

type Citing = { sections: QuotedSection[]; totals: Totals }

/** Of frozen reports, the sections that cite a duty or a provision, in reading order. */
async function sectionsCiting(db: Db, reports: string[]): Promise<Map<string, Citing>> {
  if (reports.length === 0) return new Map()
  const found = await sql<{ report: string; section: QuotedSection; totals: Totals | null }>`
    select e.report, jsonb_build_object('code', s.section -> 'code', 'text', s.section -> 'text', 'cited', s.section -> 'cited') as section,
      (select jsonb_object_agg(p.part ->> 'key', p.part -> 'result' -> 'total')
        from jsonb_path_query(e.content, '$.sections[*].parts[*]') as p (part)) as totals
    from report_editions e
    cross join lateral jsonb_array_elements(e.content -> 'sections') with ordinality as s (section, place)
    where e.report = any(${reports}::text[]) and exists (select from report_uses u
      where u.report = e.report and u.section = s.section ->> 'code' and u.how = 'cited' and u.kind in ('duty', 'provision'))
    order by e.report, s.place`.execute(db)
  const grouped = Map.groupBy(found.rows, ({ report }) => report)
  return new Map(
    [...grouped].map(([report, rows]) => [
      report,
      { sections: rows.map(({ section }) => section), totals: rows[0]?.totals ?? {} },
    ]),
  )
}
