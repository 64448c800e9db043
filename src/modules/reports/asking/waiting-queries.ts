import { sql } from 'kysely'
import type { Actor } from '#platform/access/actor.ts'
import type { Db } from '#platform/database/tables.ts'
import { dayOf } from '#platform/ui/format.ts'
import { draftsSeenBy, reportsWhere } from '../report-queries.ts'
import type { Report } from '../report.ts'
import { sectionsWhere } from '../sections/section-queries.ts'
import type { Section } from '../sections/section.ts'
import { nothingOpen, type TalkFigures } from '../talk/talk.ts'
import { isReportLate, isSectionLate, sectionDueOn } from './due.ts'
import { isToClear, isWaitedFor, sectionWaits, waitings, type Waiting } from './waiting.ts'
import '../talk/tables.ts'

/** Something that waits for somebody: a section, or a report as a whole. */
export type WaitingRow = {
  waits: Waiting
  report: Report
  section: Section | null
  dueOn: string
  isLate: boolean
  open: TalkFigures
}

const running = sql`r.state in ('collecting', 'drafting', 'sector-clearance', 'task-force-clearance', 'final-clearance')`

/** All that waits for an actor in reports, the longest due first: three questions, whatever waits. */
export async function reportsWaitingFor(db: Db, actor: Actor, now: Date): Promise<WaitingRow[]> {
  if (!isWaitedFor(actor)) return []
  const today = dayOf(now)
  const reports = await reportsWhere(db, sql`${running} and ${draftsSeenBy(actor)}`)
  const known = new Map(reports.map((report) => [report.id, report]))
  const ids = [...known.keys()]
  const sections = ids.length === 0 ? [] : await sectionsWhere(db, sql`s.report = any(${ids}::text[])`)
  const around = await aroundOf(db, ids)
  const rows = sections.flatMap((section): WaitingRow[] => {
    const report = known.get(section.report)
    if (report === undefined) return []
    const open = around.open.get(section.id) ?? nothingOpen
    const noticeDays = around.noticeDays.get(report.id) ?? 0
    const dueOn = sectionDueOn({ ownDueOn: section.dueOn, reportDueOn: report.dueOn, noticeDays })
    const isLate = isSectionLate({ state: section.state, dueOn }, report, today)
    return sectionWaits(actor, section, report, open).map((waits) => ({
      ...{ waits, report, section, dueOn, open },
      isLate: waits === 'write' && isLate,
    }))
  })
  const whole = reports
    .filter((report) => isToClear(actor, report))
    .map((report): WaitingRow => {
      const { dueOn } = report
      const isLate = isReportLate(report, today)
      return { waits: 'clear-report', report, section: null, dueOn, isLate, open: nothingOpen }
    })
  return [...rows, ...whole].toSorted(longestDueFirst)
}

/** How many wait, by what they wait for. */
export async function reportWaitingCounts(db: Db, actor: Actor, now: Date): Promise<Record<Waiting, number>> {
  const rows = await reportsWaitingFor(db, actor, now)
  const count = (wanted: Waiting) => rows.filter(({ waits }) => waits === wanted).length
  return Object.fromEntries(waitings.map((waits) => [waits, count(waits)])) as Record<Waiting, number>
}

const longestDueFirst = (one: WaitingRow, other: WaitingRow): number =>
  compare(one.dueOn, other.dueOn) ||
  compare(one.report.id, other.report.id) ||
  (one.section?.place ?? 0) - (other.section?.place ?? 0)

const compare = (one: string, other: string): number => (one < other ? -1 : Number(one > other))

async function aroundOf(db: Db, reports: readonly string[]) {
  const days = await sql<{ id: string; days: number }>`
    select r.id, rt.notice_days as days from reports r join report_templates rt on rt.id = r.template
    where r.id = any(${[...reports]}::text[])`.execute(db)
  const open = await sql<{ section: string } & TalkFigures>`
    select section, (count(*) filter (where kind = 'comment'))::int as comments,
      (count(*) filter (where kind = 'suggestion'))::int as suggestions
    from (
      select section, 'comment' as kind from report_comments where state = 'open' and report = any(${[...reports]}::text[])
      union all
      select section, 'suggestion' from report_suggestions where state = 'open' and report = any(${[...reports]}::text[])
    ) as said group by section`.execute(db)
  return {
    noticeDays: new Map(days.rows.map(({ id, days: count }) => [id, count])),
    open: new Map(open.rows.map(({ section, ...figures }) => [section, figures])),
  }
}

/** How many sections of each report are late. */
export async function lateSections(db: Db, now: Date): Promise<Map<string, number>> {
  const reports = await reportsWhere(db, sql`r.state in ('collecting', 'drafting')`)
  const ids = reports.map(({ id }) => id)
  const late = new Map<string, number>()
  if (ids.length === 0) return late
  const { noticeDays } = await aroundOf(db, ids)
  const sections = await sectionsWhere(
    db,
    sql`s.report = any(${ids}::text[]) and s.state in ('asked', 'returned')`,
  )
  for (const report of reports) {
    const count = sections.filter((section) => {
      const due = {
        ownDueOn: section.dueOn,
        reportDueOn: report.dueOn,
        noticeDays: noticeDays.get(report.id) ?? 0,
      }
      const dueOn = sectionDueOn(due)
      return (
        section.report === report.id && isSectionLate({ state: section.state, dueOn }, report, dayOf(now))
      )
    }).length
    if (count > 0) late.set(report.id, count)
  }
  return late
}
