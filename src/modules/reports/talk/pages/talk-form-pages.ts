import { inLanguage, languages } from '#platform/languages.ts'
import { formPage } from '#platform/ui/form-page.ts'
import { formPart, hiddenInput, textArea, valueOf, type FormPlace } from '#platform/ui/form.ts'
import { html, when, type Html } from '#platform/ui/html.ts'
import type { Entered } from '#platform/web/form-resource.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { actWords } from '../../pages/act-words.ts'
import { crumbsOfReport } from '../../pages/report-page.ts'
import { reportPaths } from '../../paths.ts'
import { sectionLetters } from '../../sections/section.ts'
import type { CommentStep } from '../comment-workflow.ts'
import type { SuggestionStep } from '../suggestion-workflow.ts'
import type { TalkedOn } from '../talk-form-routes.ts'
import type { TalkPageRecord } from '../talk-routes.ts'
import { talkLetters } from '../talk.ts'
import { crumbsOfTalk, talkBody } from './talk-part.ts'

const crumbsOfText = (visit: Visit, { report, words, section }: TalkedOn) => [
  ...crumbsOfReport(visit, { id: report.id, title: { text: words.title?.text ?? report.id } }),
  {
    label: inLanguage(section.name, visit.language)?.text ?? section.code,
    path: reportPaths.section(section.id),
  },
]

/** What somebody says of a section, or of some words of it. */
export function newCommentPage(visit: Visit, subject: TalkedOn, entered: Entered): Page {
  const { t } = visit
  const { section, language, paragraph } = subject
  const place = { visit, entered, present: { quote: paragraph?.text.slice(0, talkLetters.quote) ?? '' } }
  const { tag, direction } = languages[language]
  return formPage({
    title: actWords(visit, 'action.report-comment.make'),
    lead: inLanguage(section.name, visit.language)?.text ?? section.code,
    crumbs: crumbsOfText(visit, subject),
    about: html`<p>${t('reports.talk.comment.lead')}</p>`,
    form: formPart(place, {
      submit: actWords(visit, 'action.report-comment.make'),
      content: html`${textArea(place, {
        name: 'quote',
        label: t('reports.talk.quote'),
        hint: t('reports.talk.quote.hint'),
        isRequired: false,
        maxLength: talkLetters.quote,
        language: tag,
        direction,
      })}
      ${saidInput(place, { label: t('reports.talk.text'), isRequired: true })}`,
    }),
  })
}

const saidInput = (
  place: FormPlace,
  { label, isRequired, name = 'text' }: { label: string; isRequired: boolean; name?: string },
): Html => textArea(place, { name, label, isRequired, rows: 6, maxLength: talkLetters.text })

/** The paragraph as it stands, to be worded otherwise; without one the whole text. */
export function newSuggestionPage(visit: Visit, subject: TalkedOn, entered: Entered): Page {
  const { t } = visit
  const { section, language, paragraph, text } = subject
  const present = {
    place: paragraph === null ? '' : String(paragraph.place),
    before: paragraph?.text ?? '',
    after: paragraph?.text ?? text,
  }
  const place = { visit, entered, present }
  const { tag, direction, endonym } = languages[language]
  return formPage({
    title: actWords(visit, 'action.report-suggestion.make'),
    lead: `${inLanguage(section.name, visit.language)?.text ?? section.code} · ${endonym}`,
    crumbs: crumbsOfText(visit, subject),
    about: html`<p>${t('reports.talk.suggestion.lead')}</p>`,
    form: formPart(place, {
      submit: actWords(visit, 'action.report-suggestion.make'),
      version: section.revision,
      content: html`${hiddenInput('place', valueOf(place, 'place'))}
      ${hiddenInput('before', valueOf(place, 'before'))}
      ${textArea(place, {
        name: 'after',
        label: t(valueOf(place, 'place') === '' ? 'reports.talk.after.whole' : 'reports.talk.after'),
        hint: t('reports.talk.after.hint'),
        rows: paragraph === null ? 18 : 8,
        maxLength: sectionLetters,
        language: tag,
        direction,
      })}
      ${saidInput(place, { name: 'why', label: t('reports.talk.why'), isRequired: false })}`,
    }),
  })
}

export function replyPage(visit: Visit, record: TalkPageRecord, entered: Entered): Page {
  const { t } = visit
  const place = { visit, entered }
  return formPage({
    title: actWords(visit, 'action.report-comment.reply'),
    crumbs: crumbsOfTalk(visit, record),
    about: talkBody(visit, record),
    form: formPart(place, {
      submit: actWords(visit, 'action.report-comment.reply'),
      content: saidInput(place, { label: t('reports.talk.reply'), isRequired: true }),
    }),
  })
}

/** What a step does, below what it is about. */
export function talkStepPage(
  visit: Visit,
  step: CommentStep | SuggestionStep,
  record: TalkPageRecord,
  entered: Entered,
): Page {
  const { t } = visit
  const place = { visit, entered }
  const words = actWords(visit, `action.report-${record.kind}.${step}` as 'action.report-comment.settle')
  return formPage({
    title: words,
    lead: step === 'accept' ? t('reports.talk.accept.lead') : '',
    crumbs: crumbsOfTalk(visit, record),
    about: talkBody(visit, record),
    form: formPart(place, {
      submit: words,
      version: record.revision,
      content: html`${when(step === 'reject', () =>
        textArea(place, {
          name: 'reason',
          label: t('plans.reason'),
          hint: t('plans.reason.hint'),
          isRequired: true,
          maxLength: 5000,
        }),
      )}`,
    }),
  })
}
