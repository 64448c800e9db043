import { sql } from 'kysely'
import type { SubjectKind } from '#platform/past/subject.ts'
import type { TextKinds } from '#platform/texts/texts.ts'
import { inLanguage, type LanguageCode } from '#platform/languages.ts'
import type { Db } from '#platform/database/tables.ts'
import { reportPaths } from './paths.ts'
import { draftsSeenBy, reportsSeenBy, reportsWhere, withReportWords } from './report-queries.ts'
import { seesDrafts } from './report-rights.ts'
import { reportThing } from './report.ts'
import { sectionsWhere } from './sections/section-queries.ts'
import { sectionThing } from './sections/section.ts'
import { reportTemplates } from './templates/template-queries.ts'

/** The history of reports and their sections: to the staff of the Union all of it, to everybody what happened since the freezing. */
export const reportSubjects: SubjectKind[] = [
  {
    kind: 'report',
    noun: 'report',
    seenBy: (actor) =>
      seesDrafts(actor)
        ? sql`true`
        : sql`exists (select from reports r where r.id = h.subject_id
            and (${draftsSeenBy(actor)} or (${reportsSeenBy(actor)} and h.at >= r.frozen_at)))`,
    named: async ({ db, actor, language }, ids) => {
      const reports = await reportsWhere(db, sql`r.id = any(${[...ids]}::text[]) and ${reportsSeenBy(actor)}`)
      const read = await withReportWords(db, reports, language)
      return new Map(
        read.map(({ report: { id }, words }) => [
          id,
          { label: words.title?.text ?? id, path: reportPaths.report(id) },
        ]),
      )
    },
  },
  {
    kind: 'report-section',
    noun: 'report-section',
    seenBy: (actor) =>
      seesDrafts(actor)
        ? sql`true`
        : sql`exists (select from report_sections s join reports r on r.id = s.report
            where s.id = h.subject_id and ${draftsSeenBy(actor)})`,
    named: async ({ db, language }, ids) => {
      const sections = await sectionsWhere(db, sql`s.id = any(${[...ids]}::text[])`)
      return new Map(
        sections.map(({ id, name }) => [
          id,
          { label: inLanguage(name, language)?.text ?? id, path: reportPaths.section(id) },
        ]),
      )
    },
  },
]

/** Templates are told of to everybody: who changed what is asked for. */
export const templateSubject: SubjectKind = {
  kind: 'report-template',
  noun: 'report-template',
  seenBy: () => sql`true`,
  named: async ({ db, language }, ids) => {
    const templates = (await reportTemplates(db)).filter(({ id }) => ids.includes(id))
    return new Map(
      templates.map(({ id, name }) => [
        id,
        { label: inLanguage(name, language)?.text ?? id, path: reportPaths.template(id) },
      ]),
    )
  },
}

/** What translators find of reports. */
export const reportTexts: TextKinds = {
  report: {
    name: 'noun.report',
    fields: {
      title: 'reports.field.title',
      action: 'reports.field.action',
      summary: 'reports.paper.summary',
      meeting: 'reports.paper.meeting',
    },
    titlesOf: reportTitlesOf,
    pathOf: reportPaths.report,
    ownersOf: async (db, id) => {
      const [report] = await reportsWhere(db, sql`r.id = ${id}`)
      return { owners: [], within: [...((report && reportThing(report).within) ?? [])] }
    },
  },
  'report-section': {
    name: 'noun.report-section',
    fields: { text: 'reports.field.text' },
    titlesOf: sectionTitlesOf,
    pathOf: reportPaths.section,
    ownersOf: async (db, id) => {
      const [section] = await sectionsWhere(db, sql`s.id = ${id}`)
      const [report] = section ? await reportsWhere(db, sql`r.id = ${section.report}`) : []
      if (section === undefined || report === undefined) return { owners: [], within: [] }
      return { owners: [], within: [...(sectionThing(section, report).within ?? [])] }
    },
  },
}

async function reportTitlesOf(db: Db, ids: string[], language: LanguageCode): Promise<Map<string, string>> {
  const reports = await reportsWhere(db, sql`r.id = any(${ids}::text[]) and r.state <> 'discarded'`)
  const read = await withReportWords(db, reports, language)
  return new Map(read.map(({ report, words }) => [report.id, words.title?.text ?? report.id]))
}

async function sectionTitlesOf(db: Db, ids: string[], language: LanguageCode): Promise<Map<string, string>> {
  const sections = await sectionsWhere(db, sql`s.id = any(${ids}::text[])`)
  const reports = await reportTitlesOf(db, [...new Set(sections.map(({ report }) => report))], language)
  return new Map(
    sections.flatMap(({ id, report, name }) => {
      const title = reports.get(report)
      return title === undefined ? [] : [[id, `${title}: ${inLanguage(name, language)?.text ?? id}`]]
    }),
  )
}
