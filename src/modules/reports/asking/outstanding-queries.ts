import { sql, type RawBuilder } from 'kysely'
import type { Scope } from '#platform/access/actor.ts'
import type { Db } from '#platform/database/tables.ts'
import { languageCodes, type Translated } from '#platform/languages.ts'
import { translationsFor } from '#platform/texts/texts.ts'
import { reportPaths } from '../paths.ts'
import { reportsWhere } from '../report-queries.ts'
import { clearanceThing, type Report } from '../report.ts'
import type { Limit } from '../sections/limit.ts'
import { sectionsWhere } from '../sections/section-queries.ts'
import { ownerScope } from '../sections/section.ts'
import { reportTemplates } from '../templates/template-queries.ts'
import { noticeDaysOf } from '../templates/template.ts'
import { sectionDueOn } from './due.ts'
import '../talk/tables.ts'

/** A section that its unit has still to hand in. */
export type OutstandingSection = {
  id: string
  report: string
  title: Translated
  name: Translated
  purpose: Translated
  limit: Limit | null
  dueOn: string
  /** Whose section it is: roles for one of these write it. */
  within: Scope[]
  path: string
}

/** Sections that are still to be handed in, of all reports that are collected or drafted. */
export const outstandingSections = (db: Db): Promise<OutstandingSection[]> => outstanding(db, sql`true`)

/** The same of one report. */
export const outstandingSectionsOf = (db: Db, report: string): Promise<OutstandingSection[]> =>
  outstanding(db, sql`r.id = ${report}`)

async function outstanding(db: Db, where: RawBuilder<unknown>): Promise<OutstandingSection[]> {
  const reports = await reportsWhere(db, sql`r.state in ('collecting', 'drafting') and ${where}`)
  if (reports.length === 0) return []
  const titles = await titlesOf(db, reports)
  const known = new Map(reports.map((report) => [report.id, report]))
  const ids = [...known.keys()]
  const sections = await sectionsWhere(
    db,
    sql`s.report = any(${ids}::text[]) and s.state in ('asked', 'returned')`,
  )
  const templates = new Map((await reportTemplates(db)).map((template) => [template.id, template]))
  return sections.flatMap((section): OutstandingSection[] => {
    const report = known.get(section.report)
    if (report === undefined) return []
    const noticeDays = noticeDaysOf(templates.get(report.template))
    return [
      {
        id: section.id,
        report: report.id,
        title: titles.get(report.id) ?? {},
        name: section.name,
        purpose: section.purpose,
        limit: section.limit,
        dueOn: sectionDueOn({ ownDueOn: section.dueOn, reportDueOn: report.dueOn, noticeDays }),
        within: [ownerScope(section.owner ?? report.lead)],
        path: reportPaths.section(section.id),
      },
    ]
  })
}

/** A report that waits to be cleared, or was sent back, and whom that concerns. */
export type WaitingReport = { title: Translated; isWaiting: boolean; within: Scope[]; path: string }

const clearances = ['sector-clearance', 'task-force-clearance', 'final-clearance']

export async function waitingReport(db: Db, id: string): Promise<WaitingReport | null> {
  const [report] = await reportsWhere(db, sql`r.id = ${id}`)
  if (report === undefined) return null
  const isWaiting = clearances.includes(report.state)
  const thing = clearanceThing(report, isWaiting ? 'send-back' : 'submit')
  const title = (await titlesOf(db, [report])).get(id) ?? {}
  return { title, isWaiting, within: [...(thing.within ?? [])], path: reportPaths.report(id) }
}

/** Somebody's comment or proposed wording: who said it, and whose section it is. */
export type SaidOfSection = {
  author: string
  others: string[]
  title: Translated
  name: Translated
  within: Scope[]
  path: string
}

export async function saidOfSection(
  db: Db,
  kind: 'comment' | 'suggestion',
  id: string,
): Promise<SaidOfSection | null> {
  const found =
    kind === 'comment'
      ? await sql<{ author: string; section: string; others: string[] }>`
          select c.author, c.section, array(select distinct p.author from report_replies p where p.comment = c.id) as others
          from report_comments c where c.id = ${id}`.execute(db)
      : await sql<{ author: string; section: string; others: string[] }>`
          select author, section, array[]::text[] as others from report_suggestions where id = ${id}`.execute(
          db,
        )
  const [said] = found.rows
  const [section] = said === undefined ? [] : await sectionsWhere(db, sql`s.id = ${said.section}`)
  const [report] = section === undefined ? [] : await reportsWhere(db, sql`r.id = ${section.report}`)
  if (said === undefined || section === undefined || report === undefined) return null
  return {
    author: said.author,
    others: said.others,
    title: (await titlesOf(db, [report])).get(report.id) ?? {},
    name: section.name,
    within: [ownerScope(section.owner ?? report.lead)],
    path: reportPaths[kind](id),
  }
}

async function titlesOf(db: Db, reports: readonly Report[]): Promise<Map<string, Translated>> {
  const known = await translationsFor(
    db,
    reports.map(({ id }) => ({ kind: 'report', id })),
  )
  return new Map(
    reports.map(({ id }) => {
      const titles = languageCodes.flatMap((language) => {
        const text = known('report', id)?.[language]?.['title']?.text
        return text ? [[language, text]] : []
      })
      return [id, Object.fromEntries(titles) as Translated]
    }),
  )
}
