import { inLanguage, languageCodes, languages } from '#platform/languages.ts'
import { formPage } from '#platform/ui/form-page.ts'
import { choiceGroup, formPart, selectInput, textArea, textInput, type FormPlace } from '#platform/ui/form.ts'
import { html, when, type Html } from '#platform/ui/html.ts'
import type { Entered } from '#platform/web/form-resource.ts'
import { named } from '#platform/web/shapes.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { answerCode } from '../answer.ts'
import type { HeaderSubject, WordsSubject } from '../report-form-routes.ts'
import type { ReportRead } from '../report-queries.ts'
import { reportFieldLetters } from '../report.ts'
import type { Template } from '../templates/template.ts'
import { crumbsOf, crumbsOfReport } from './report-page.ts'
import { actWords } from './act-words.ts'

/** Which template, which period, due when, called what. What it answers follows from the day and can be changed afterwards. */
export function newReportPage(
  visit: Visit,
  { templates }: { templates: readonly Template[] },
  entered: Entered,
): Page {
  const { t } = visit
  const present = {
    language: visit.language,
    template: visit.query.get('template') ?? templates[0]?.id ?? '',
  }
  const place = { visit, entered, present }
  return formPage({
    title: actWords(visit, 'action.report.make'),
    lead: t('reports.new.lead'),
    crumbs: crumbsOf(visit),
    form: formPart(place, {
      submit: t('reports.new.submit'),
      content: html`${choiceGroup(place, {
        name: 'template',
        label: t('reports.template'),
        kind: 'radio',
        choices: templates.map(({ id, name, about }) => ({
          value: id,
          label: named(visit, name, id).text,
          hint: named(visit, about, id).text,
        })),
      })}
      ${periodInputs(place)}
      ${selectInput(place, {
        name: 'language',
        label: t('plans.language'),
        hint: t('plans.language.hint'),
        choices: languageCodes.map((code) => ({
          value: code,
          label: languages[code].endonym,
          language: languages[code].tag,
        })),
      })}
      ${wordInputs(place)}`,
    }),
  })
}

const periodInputs = (place: FormPlace): Html => {
  const { t } = place.visit
  return html`${textInput(place, { name: 'starts-on', label: t('reports.starts'), type: 'date', isRequired: true })}
  ${textInput(place, { name: 'ends-on', label: t('reports.ends'), type: 'date', isRequired: true })}
  ${textInput(place, { name: 'due-on', label: t('reports.due'), hint: t('reports.due.hint'), type: 'date', isRequired: true })}`
}

const wordInputs = (place: FormPlace, language = place.visit.language): Html => {
  const { t } = place.visit
  const { tag, direction } = languages[language]
  return html`${textInput(place, {
    name: 'title',
    label: t('reports.field.title'),
    isRequired: true,
    maxLength: reportFieldLetters.title,
    language: tag,
    direction,
  })}
  ${textArea(place, {
    name: 'summary',
    label: t('reports.paper.summary'),
    hint: t('reports.paper.summary.hint'),
    isRequired: false,
    maxLength: reportFieldLetters.summary,
    language: tag,
    direction,
  })}
  ${textArea(place, {
    name: 'action',
    label: t('reports.field.action'),
    hint: t('reports.field.action.hint'),
    isRequired: false,
    maxLength: reportFieldLetters.action,
    language: tag,
    direction,
  })}
  ${textInput(place, {
    name: 'meeting',
    label: t('reports.paper.meeting'),
    hint: t('reports.paper.meeting.hint'),
    isRequired: false,
    maxLength: reportFieldLetters.meeting,
    language: tag,
    direction,
  })}`
}

export function headerPage(
  visit: Visit,
  { report, words, choices, answers }: HeaderSubject,
  entered: Entered,
): Page {
  const { t, language } = visit
  const present = {
    'starts-on': report.startsOn,
    'ends-on': report.endsOn,
    'due-on': report.dueOn,
    'agenda-item': report.agendaItem ?? '',
    answers: answers.map(answerCode),
  }
  const place = { visit, entered, present }
  const title = words.title?.text ?? report.id
  return formPage({
    title: t('reports.edit'),
    lead: title,
    crumbs: crumbsOfReport(visit, { id: report.id, title: { text: title } }),
    form: formPart(place, {
      submit: t('activities.save'),
      version: report.revision,
      content: html`${periodInputs(place)}
      ${textInput(place, { name: 'agenda-item', label: t('reports.paper.agenda-item'), hint: t('reports.paper.agenda-item.hint'), isRequired: false, maxLength: 60 })}
      ${when(choices.length > 0, () =>
        choiceGroup(place, {
          name: 'answers',
          label: t('reports.answers'),
          hint: t('reports.answers.hint'),
          kind: 'checkbox',
          choices: choices.map((choice) => ({
            value: answerCode(choice),
            label: `${choice.occurrence} · ${inLanguage(choice.paraphrase, language)?.text ?? choice.duty}`,
            ...(choice.taken ? { hint: t('reports.answers.taken') } : {}),
          })),
        }),
      )}`,
    }),
  })
}

export function reportWordsPage(
  visit: Visit,
  { report, words, language, present }: WordsSubject,
  entered: Entered,
): Page {
  const { t } = visit
  const place = { visit, entered, present }
  const title = words.title?.text ?? report.id
  return formPage({
    title: t('reports.edit.words', { language: languages[language].endonym }),
    lead: t(language === report.language ? 'plans.words.original' : 'plans.words.other'),
    crumbs: crumbsOfReport(visit, { id: report.id, title: { text: title } }),
    form: formPart(place, {
      submit: t('activities.save'),
      version: report.revision,
      content: wordInputs(place, language),
    }),
  })
}

export function correctionPage(visit: Visit, { report, words }: ReportRead, entered: Entered): Page {
  const { t } = visit
  const place = { visit, entered }
  const title = words.title?.text ?? report.id
  return formPage({
    title: actWords(visit, 'action.report.correct'),
    lead: t('reports.correction.lead'),
    crumbs: crumbsOfReport(visit, { id: report.id, title: { text: title } }),
    form: formPart(place, {
      submit: actWords(visit, 'action.report.correct'),
      content: textArea(place, {
        name: 'correction',
        label: t('reports.correction'),
        isRequired: true,
        maxLength: 5000,
      }),
    }),
  })
}
