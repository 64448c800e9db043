import { sql, type RawBuilder } from 'kysely'
import type { Actor } from '#platform/access/actor.ts'
import type { Db } from '#platform/database/tables.ts'
import type { LanguageCode } from '#platform/languages.ts'
import { textsOf, type TextRead } from '#platform/texts/texts.ts'
import { linesOf, seesDrafts } from './report-rights.ts'
import { publicReportStates, type Answered, type Report, type ReportField } from './report.ts'
import './tables.ts'

/** The words of a report as a reader of one language gets them. */
export type ReportWords = Partial<Record<ReportField, TextRead>>

export type ReportRead = { report: Report; words: ReportWords }

/** Where every read of reports `r` begins: everybody sees what was frozen, those who write and clear what is being written. */
export const reportsSeenBy = (actor: Actor): RawBuilder<boolean> =>
  sql<boolean>`(r.state = any(${[...publicReportStates]}::text[]) or ${draftsSeenBy(actor)})`

/** Reports `r` of which somebody saw the draft: the staff of the Union all, the facilitators of a line those that it writes in. */
export function draftsSeenBy(actor: Actor): RawBuilder<boolean> {
  if (seesDrafts(actor)) return sql<boolean>`r.state <> 'discarded'`
  const lines = linesOf(actor)
  if (lines.length === 0) return sql<boolean>`false`
  return sql<boolean>`(r.state <> 'discarded' and exists (select from report_sections own
    where own.report = r.id and own.owner = any(${lines}::text[])))`
}

/** Whether somebody sees, or has seen, a report while it was written. */
export async function seesDraftOf(db: Db, actor: Actor, report: string): Promise<boolean> {
  const found = await sql`select from reports r where r.id = ${report} and ${draftsSeenBy(actor)}`.execute(db)
  return found.rows.length > 0
}

/** Reports that fit, the last to be due first. */
export async function reportsWhere(
  db: Db,
  where: RawBuilder<unknown>,
  order: RawBuilder<unknown> = sql`r.due_on desc, r.id`,
): Promise<Report[]> {
  const found = await sql<Report>`
    select r.id, r.template, r.state, r.recipient, r.lead, r.starts_on::text as "startsOn", r.ends_on::text as "endsOn",
      r.due_on::text as "dueOn", r.language, r.agenda_item as "agendaItem", r.symbol, r.series, r.version, r.previous, r.correction,
      r.frozen_at as "frozenAt", r.delivered_on::text as "deliveredOn", r.considered_on::text as "consideredOn",
      r.decision, r.revision, r.is_example as "isExample"
    from reports r where ${where} order by ${order}`.execute(db)
  return found.rows
}

/** A report with its words; null for what is not there and for what the actor may not see. */
export async function reportRead(
  db: Db,
  actor: Actor,
  id: string,
  language: LanguageCode,
): Promise<ReportRead | null> {
  const found = await reportsWhere(db, sql`r.id = ${id} and ${reportsSeenBy(actor)}`)
  const [read] = await withReportWords(db, found, language)
  return read ?? null
}

export async function withReportWords(
  db: Db,
  reports: readonly Report[],
  language: LanguageCode,
): Promise<ReportRead[]> {
  if (reports.length === 0) return []
  const texts = await textsOf(
    db,
    reports.map(({ id }) => ({ kind: 'report', id })),
    language,
  )
  return reports.map((report) => ({ report, words: texts.get('report', report.id) as ReportWords }))
}

/** What reports answer, by report. */
export async function answersOf(db: Db, reports: readonly string[]): Promise<Map<string, Answered[]>> {
  if (reports.length === 0) return new Map()
  const rows = await db
    .selectFrom('report_answers')
    .selectAll()
    .where('report', 'in', [...reports])
    .orderBy('duty')
    .orderBy('occurrence')
    .execute()
  const grouped = Map.groupBy(rows, ({ report }) => report)
  return new Map(
    [...grouped].map(([report, own]) => [report, own.map(({ duty, occurrence }) => ({ duty, occurrence }))]),
  )
}
