import { saidOf } from '#modules/activities/index.ts'
import { languageCodes, languages } from '#platform/languages.ts'
import { formPage } from '#platform/ui/form-page.ts'
import { choiceGroup, formPart, selectInput, textArea, textInput } from '#platform/ui/form.ts'
import { html, when } from '#platform/ui/html.ts'
import { notice } from '#platform/ui/notices.ts'
import { dateRangeText, spoken } from '#platform/ui/text.ts'
import type { Entered } from '#platform/web/form-resource.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { ratings, reportFieldLetters } from '../report.ts'
import type { WritingSubject } from '../report-routes.ts'
import type { ReportRecord } from '../report-shape.ts'
import { ratingKeys } from '../words.ts'
import { contentPart, crumbsOfReport } from './report-page.ts'

/** The author's report: rating, percentage, two texts in one language, and what shows it. */
export function writeReportPage(visit: Visit, subject: WritingSubject, entered: Entered): Page {
  const { t } = visit
  const { item, period, report } = subject
  const present = {
    language: subject.language,
    rating: report?.authorRating ?? '',
    percent: report === null ? '' : String(report.percentDone),
    achieved: subject.words.achieved ?? '',
    obstacles: subject.words.obstacles ?? '',
    evidence: subject.evidence,
  }
  const place = { visit, entered, present }
  const title = saidOf(item.words.title, item.item.language)
  return formPage({
    title: t('progress.write'),
    lead: html`<bdi>${item.item.code}</bdi> ${spoken(t, title)} ·
      ${dateRangeText(t, period.startsOn, period.endsOn)}`,
    crumbs: crumbsOfReport(visit, {
      plan: { id: item.plan.id, title: saidOf(item.planWords.title, item.plan.language) },
      item: { id: item.item.id, code: item.item.code, title },
    }),
    about: html`${when(report?.state === 'returned', () => notice(html`${t('progress.returned-because')} <span class="lines">${report?.returnedBecause ?? ''}</span>`, 'warning'))}`,
    form: formPart(place, {
      submit: t('progress.save'),
      ...(report === null ? {} : { version: report.revision }),
      content: html`${ratingGroup(place, 'progress.author-rating')}
      ${textInput(place, {
        name: 'percent',
        label: t('progress.percent'),
        hint: t('progress.percent.hint'),
        inputMode: 'numeric',
        isRequired: true,
        maxLength: 3,
      })}
      ${selectInput(place, {
        name: 'language',
        label: t('progress.language'),
        choices: languageCodes.map((code) => ({
          value: code,
          label: languages[code].endonym,
          language: languages[code].tag,
        })),
      })}
      ${textArea(place, { name: 'achieved', label: t('progress.field.achieved'), isRequired: true, rows: 8, maxLength: reportFieldLetters.achieved })}
      ${textArea(place, { name: 'obstacles', label: t('progress.field.obstacles'), isRequired: false, maxLength: reportFieldLetters.obstacles })}
      ${textArea(place, { name: 'evidence', label: t('progress.evidence'), hint: t('progress.evidence.hint'), isRequired: false, direction: 'ltr' })}`,
    }),
  })
}

export const submitPage = (visit: Visit, report: ReportRecord, entered: Entered): Page =>
  stepPage(visit, 'submit', report, entered)

export const sendBackPage = (visit: Visit, report: ReportRecord, entered: Entered): Page =>
  stepPage(visit, 'send-back', report, entered)

export const acceptPage = (visit: Visit, report: ReportRecord, entered: Entered): Page =>
  stepPage(visit, 'accept', report, entered)

/** What a step does, the report itself, and what the step asks for. */
function stepPage(
  visit: Visit,
  step: 'submit' | 'send-back' | 'accept',
  report: ReportRecord,
  entered: Entered,
): Page {
  const { t } = visit
  const place = { visit, entered }
  return formPage({
    title: t(`progress.step.${step}`),
    lead: html`<bdi>${report.item.code}</bdi> ${spoken(t, report.item.title)} ·
      ${dateRangeText(t, report.period.startsOn, report.period.endsOn)}`,
    crumbs: crumbsOfReport(visit, report),
    about: html`<p>${t(`progress.step.${step}.lead`)}</p>
      ${contentPart(visit, report)}`,
    form: formPart(place, {
      submit: t(`progress.step.${step}`),
      version: report.revision,
      content: html`${when(step === 'send-back', () => textArea(place, { name: 'reason', label: t('progress.reason'), hint: t('progress.reason.hint'), isRequired: true, maxLength: 2000 }))}
      ${when(step === 'accept', () => ratingGroup(place, 'progress.reviewer-rating'))}`,
    }),
  })
}

const ratingGroup = (
  place: Parameters<typeof choiceGroup>[0],
  label: 'progress.author-rating' | 'progress.reviewer-rating',
) => {
  const { t } = place.visit
  return choiceGroup(place, {
    name: 'rating',
    label: t(label),
    kind: 'radio',
    choices: ratings.map((value) => ({ value, label: t(ratingKeys[value]) })),
  })
}
