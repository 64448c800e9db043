import { sql, type RawBuilder } from 'kysely'
import type { Actor } from '#platform/access/actor.ts'
import type { Db } from '#platform/database/tables.ts'
import type { LanguageCode, Translated } from '#platform/languages.ts'
import { textsOf, translationsFor, type TextRead } from '#platform/texts/texts.ts'
import { itemRead, type ItemInPlan } from '../item-queries.ts'
import { isInsider, plansSeenBy } from '../plan-queries.ts'
import type { Period } from './period.ts'
import { periodsWhere } from './period-queries.ts'
import type { Report, ReportField } from './report.ts'
import './tables.ts'

export type ReportWords = Partial<Record<ReportField, TextRead>>

export type ReportInPlan = { report: Report; words: ReportWords; period: Period; item: ItemInPlan }

/** Everybody reads what was accepted; before that a report `r` of a plan `p` is between its authors and its reviewers. */
export const reportsSeenBy = (actor: Actor): RawBuilder<boolean> =>
  sql<boolean>`(r.state = 'accepted' or ${isInsider(actor)})`

/** A report with its item, period and words; null for what is not there and for what the actor may not see. */
export async function reportRead(
  db: Db,
  actor: Actor,
  id: string,
  language: LanguageCode,
): Promise<ReportInPlan | null> {
  const [report] = await reportsWhere(
    db,
    sql`r.id = ${id} and ${plansSeenBy(actor)} and ${reportsSeenBy(actor)}`,
  )
  return report === undefined ? null : inPlan(db, actor, report, language)
}

async function inPlan(
  db: Db,
  actor: Actor,
  report: Report,
  language: LanguageCode,
): Promise<ReportInPlan | null> {
  const item = await itemRead(db, actor, report.item, language)
  const [period] = await periodsWhere(db, sql`d.id = ${report.period}`)
  const texts = await textsOf(db, [{ kind: 'plan-report', id: report.id }], language)
  if (item === null || period === undefined) return null
  return { report, period, item, words: texts.get('plan-report', report.id) }
}

/** The report on an item for a period, if somebody has begun one, with its words as they were written. */
export async function reportOfPeriod(
  db: Db,
  item: string,
  period: string,
): Promise<{ report: Report; words: Partial<Record<ReportField, string>> } | null> {
  const [report] = await reportsWhere(db, sql`r.item = ${item} and r.period = ${period}`)
  if (report === undefined) return null
  const all = (await translationsFor(db, [{ kind: 'plan-report', id: report.id }]))('plan-report', report.id)
  const own = all?.[report.language]
  return {
    report,
    words: { achieved: own?.['achieved']?.text ?? '', obstacles: own?.['obstacles']?.text ?? '' },
  }
}

/** Whose report was sent back, and of which plan; for telling its author. */
export async function returnedReport(
  db: Db,
  id: string,
): Promise<{ author: string; title: Translated } | null> {
  const [report] = await reportsWhere(db, sql`r.id = ${id}`)
  if (report === undefined) return null
  const words = (await translationsFor(db, [{ kind: 'plan-header', id: report.plan }]))(
    'plan-header',
    report.plan,
  )
  const title = Object.entries(words ?? {}).flatMap(([language, fields]) => {
    const text = fields['title']?.text
    return text ? [[language, text]] : []
  })
  return { author: report.author, title: Object.fromEntries(title) as Translated }
}

/** The last report on an item that everybody reads. */
export async function lastAcceptedReport(
  db: Db,
  item: string,
  language: LanguageCode,
): Promise<{ report: Report; words: ReportWords; period: Period } | null> {
  const [report] = await reportsWhere(
    db,
    sql`r.item = ${item} and r.state = 'accepted'`,
    sql`(select d.starts_on from plan_periods d where d.id = r.period) desc limit 1`,
  )
  if (report === undefined) return null
  const [period] = await periodsWhere(db, sql`d.id = ${report.period}`)
  const texts = await textsOf(db, [{ kind: 'plan-report', id: report.id }], language)
  return period === undefined ? null : { report, period, words: texts.get('plan-report', report.id) }
}

/** Reports `r` of plans `p` that fit. */
export async function reportsWhere(
  db: Db,
  where: RawBuilder<unknown>,
  order: RawBuilder<unknown> = sql`r.id`,
): Promise<Report[]> {
  const found = await sql<Report>`
    select r.id, r.plan, r.item, r.period, r.state, r.language, r.author, r.author_rating as "authorRating",
      r.reviewer_rating as "reviewerRating", r.percent_done as "percentDone", r.evidence,
      r.submitted_at as "submittedAt", r.reviewed_at as "reviewedAt", r.returned_because as "returnedBecause", r.revision
    from plan_reports r join plans p on p.id = r.plan where ${where} order by ${order}`.execute(db)
  return found.rows
}

/** What reports are called, for those who see them: number and title of the item. */
export async function reportTitles(
  db: Db,
  actor: Actor,
  ids: readonly string[],
  language: LanguageCode,
): Promise<Map<string, { code: string; title: TextRead | undefined; period: Period }>> {
  if (ids.length === 0) return new Map()
  const found = await sql<{ id: string; item: string; period: string; code: string }>`
    select r.id, r.item, r.period, i.code from plan_reports r
    join plans p on p.id = r.plan join plan_items i on i.id = r.item
    where r.id = any(${[...ids]}::text[]) and ${plansSeenBy(actor)} and ${reportsSeenBy(actor)}`.execute(db)
  const periods = await periodsWhere(db, sql`d.id = any(${found.rows.map(({ period }) => period)}::text[])`)
  const texts = await textsOf(
    db,
    found.rows.map(({ item }) => ({ kind: 'plan-item', id: item })),
    language,
  )
  return new Map(
    found.rows.flatMap(({ id, item, period: periodId, code }) => {
      const period = periods.find((one) => one.id === periodId)
      return period === undefined
        ? []
        : [[id, { code, title: texts.get('plan-item', item)['title'], period }]]
    }),
  )
}
