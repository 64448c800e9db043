import { z } from 'zod'
import { permit } from '#platform/access/rights.ts'
import { isLanguageCode, type LanguageCode } from '#platform/languages.ts'
import { translationsFor } from '#platform/texts/texts.ts'
import type { PathParameters, Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { answerChoices, answersOfReport } from './answer-queries.ts'
import { answersDue, type AnswerChoice } from './answer.ts'
import { correctReport } from './correction-commands.ts'
import { correctionPage, headerPage, newReportPage, reportWordsPage } from './pages/report-form-pages.ts'
import { reportPaths } from './paths.ts'
import { changeReportHeader, changeReportWords, startReport } from './report-commands.ts'
import {
  headerFields,
  headerOf,
  newReportFields,
  reasonText,
  reportWordFields,
  wordsOf,
} from './report-fields.ts'
import { reportRead, type ReportRead } from './report-queries.ts'
import { reportRights } from './report-rights.ts'
import { reportFields, reportThing, type Answered, type ReportField } from './report.ts'
import { reportTemplate, reportTemplates } from './templates/template-queries.ts'

export type HeaderSubject = ReportRead & { choices: AnswerChoice[]; answers: Answered[] }

export type WordsSubject = ReportRead & { language: LanguageCode; present: Record<ReportField, string> }

/** How the secretariat plans a report, says what it answers, and words it. */
export function reportFormRoutes(site: Site): void {
  newRoute(site)
  headerRoute(site)
  wordsRoute(site)
  correctionRoute(site)
}

const newRoute = (site: Site): void =>
  site.form({
    path: reportPaths.new,
    name: 'new-report',
    summary: 'Plans a report from a template, with its sections and live parts.',
    right: 'report.make',
    fields: newReportFields,
    read: async (visit) => {
      permit(reportRights, 'make', visit.actor, { state: 'planned' })
      return { templates: (await reportTemplates(visit.db)).filter(({ offered }) => offered) }
    },
    page: newReportPage,
    act: async ({ db, actor, now: at }, { templates }, { fields }) => {
      const { template, language } = fields
      const asked = templates.find(({ id }) => id === template)
      if (asked === undefined) return { issues: [{ field: 'template', key: 'form.value.choice' }] }
      const header = headerOf({
        'starts-on': fields['starts-on'],
        'ends-on': fields['ends-on'],
        'due-on': fields['due-on'],
      })
      const answers = answersDue(await answerChoices(db, asked.duties, null), header)
      const { title, action, summary, meeting } = fields
      const words = wordsOf({ title, action, summary, meeting })
      const made = await startReport(db, { actor, at, template, language, words, ...header, answers })
      return 'issues' in made ? made : { to: reportPaths.report(made.id), done: 'plans.done.made' }
    },
  })

const headerRoute = (site: Site): void =>
  site.form({
    path: reportPaths.header(':report'),
    name: 'report-header',
    summary: 'Changes the period of a report, its day, or which due dates it answers.',
    right: 'report.edit',
    fields: headerFields,
    read: async (visit, parameters): Promise<HeaderSubject | null> => {
      const found = await reportForAct(visit, parameters, 'edit')
      if (found === null) return null
      const answers = await answersOfReport(visit.db, found.report.id)
      const template = await reportTemplate(visit.db, found.report.template)
      const duties = [...new Set([...(template?.duties ?? []), ...answers.map(({ duty }) => duty)])]
      return { ...found, answers, choices: await answerChoices(visit.db, duties, found.report.id) }
    },
    page: headerPage,
    act: async ({ db, actor, now: at }, { report: { id } }, { fields, version }) => {
      const by = { actor, at, id, revision: Number(version ?? 0) }
      const changed = await changeReportHeader(db, { ...by, ...headerOf(fields) })
      return 'issues' in changed ? changed : { to: reportPaths.report(id), done: 'plans.done.saved' }
    },
  })

const wordsRoute = (site: Site): void =>
  site.form({
    path: reportPaths.words(':report', ':language'),
    name: 'report-words',
    summary:
      'Writes the title of a report and what its recipient is asked to do, in one of the six languages.',
    right: 'report.edit',
    fields: reportWordFields,
    read: async (visit, parameters): Promise<WordsSubject | null> => {
      const { language = '' } = parameters
      const found = isLanguageCode(language) ? await reportForAct(visit, parameters, 'edit') : null
      if (found === null || !isLanguageCode(language)) return null
      const ref = { kind: 'report', id: found.report.id }
      const all = (await translationsFor(visit.db, [ref]))(ref.kind, ref.id)
      const present = Object.fromEntries(
        reportFields.map((field) => [field, all?.[language]?.[field]?.text ?? '']),
      )
      return { ...found, language, present: present as Record<ReportField, string> }
    },
    page: reportWordsPage,
    act: async ({ db, actor, now: at }, { report: { id }, language }, { fields, version }) => {
      const by = { actor, at, id, revision: Number(version ?? 0) }
      await changeReportWords(db, { ...by, language, words: wordsOf(fields) })
      return { to: reportPaths.report(id), done: 'plans.done.saved' }
    },
  })

const correctionRoute = (site: Site): void =>
  site.form({
    path: reportPaths.correction(':report'),
    name: 'report-correction',
    summary: 'Begins a new version of a frozen report, and says what is corrected.',
    right: 'report.correct',
    fields: z.strictObject({ correction: reasonText }),
    read: (visit, parameters) => reportForAct(visit, parameters, 'correct'),
    page: correctionPage,
    act: async ({ db, actor, now: at }, { report: { id } }, { fields }) => {
      const made = await correctReport(db, { actor, at, id, correction: fields.correction })
      return { to: reportPaths.report(made.id), done: 'plans.done.made' }
    },
  })

/** The report of an address, for whoever may do this with it; null for whoever does not see it. */
export async function reportForAct(
  { db, actor, language }: Visit,
  { report: id = '' }: PathParameters,
  act: 'edit' | 'correct',
): Promise<ReportRead | null> {
  const found = await reportRead(db, actor, id, language)
  if (found !== null) permit(reportRights, act, actor, reportThing(found.report))
  return found
}
