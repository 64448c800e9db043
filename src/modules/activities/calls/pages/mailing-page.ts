import { languageCodes, languages, type LanguageCode } from '#platform/languages.ts'
import type { TextState } from '#platform/texts/texts.ts'
import { formPage } from '#platform/ui/form-page.ts'
import { formPart } from '#platform/ui/form.ts'
import { number } from '#platform/ui/format.ts'
import { html, when, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { notice } from '#platform/ui/notices.ts'
import { table } from '#platform/ui/table.ts'
import type { Entered } from '#platform/web/form-resource.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { callPaths } from '../call-paths.ts'
import type { CallRead } from '../call-queries.ts'
import type { Recipient } from '../target-queries.ts'
import { crumbsOfCall } from './call-form-pages.ts'
import { wordOrigin } from './letter-part.ts'

export type MailingSubject = CallRead & {
  recipients: Recipient[]
  /** Lines of the target list without anybody to write to. */
  unreached: number
  languages: ReadonlyMap<LanguageCode, TextState>
}

/** How many get the letter, in which language, and how good it is there: before anything is sent. */
export function mailingPage(visit: Visit, subject: MailingSubject, entered: Entered): Page {
  const { t } = visit
  const { call, recipients, unreached } = subject
  const waiting = recipients.filter(({ sentAt }) => sentAt === null)
  const page = formPage({
    title: t('calls.mailing'),
    lead: t('calls.mailing.lead'),
    crumbs: crumbsOfCall(visit, subject),
    about: html`${when(call.isExample, () => notice(t('calls.mailing.example'), 'warning'))}
    ${languageTable(visit, subject, waiting)}
    ${when(unreached > 0 && !call.isExample, () =>
      notice(
        html`<a href="${linkTo(visit, callPaths.targets(call.id))}"
          >${t('calls.mailing.unreached', { count: unreached })}</a
        >`,
        'warning',
      ),
    )}`,
    form: call.isExample
      ? html``
      : formPart(
          { visit, entered },
          {
            submit: t('calls.mailing.send', { count: waiting.length }),
            version: call.revision,
            content: html``,
          },
        ),
  })
  // Nobody is written to from an example.
  return call.isExample ? { ...page, form: undefined } : page
}

const languageTable = (
  visit: Visit,
  { call, recipients, languages: states }: MailingSubject,
  waiting: Recipient[],
): Html => {
  const { t } = visit
  const countIn = (all: readonly Recipient[], code: LanguageCode) =>
    all.filter(({ language }) => language === code).length
  return table({
    id: 'by-language',
    caption: t('calls.mailing.by-language'),
    columns: [
      { label: t('activities.open.field.language') },
      { label: t('calls.mailing.waiting'), align: 'end' },
      { label: t('calls.mailing.sent'), align: 'end' },
      { label: t('calls.words.state') },
    ],
    rows: languageCodes.map((code) => {
      const state = states.get(code) ?? 'missing'
      const count = countIn(waiting, code)
      return [
        html`<bdi lang="${languages[code].tag}">${languages[code].endonym}</bdi>`,
        number(visit.language, count),
        number(visit.language, countIn(recipients, code) - count),
        state === 'missing'
          ? t('calls.mailing.in-original', { language: languages[call.language].endonym })
          : wordOrigin(t, call.language, code, state),
      ]
    }),
  })
}
