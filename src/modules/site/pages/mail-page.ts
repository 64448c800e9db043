import { may } from '#platform/access/rights.ts'
import { languages } from '#platform/languages.ts'
import { mailRights } from '#platform/mail/mail-rights.ts'
import { formPage } from '#platform/ui/form-page.ts'
import { formPart } from '#platform/ui/form.ts'
import { html, when, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { definitionList } from '#platform/ui/lists.ts'
import { notice } from '#platform/ui/notices.ts'
import { bdi, momentText, pageHead } from '#platform/ui/text.ts'
import { nothingEntered } from '#platform/web/form-resource.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import type { KeptMailRecord, MailRecord } from '../operations-shape.ts'
import { sitePaths } from '../paths.ts'

/** One mail: what happened to it, what can be done; what it says only where nothing is sent. */
export function mailPage(visit: Visit, mail: KeptMailRecord): Page {
  const title = visit.t('operations.mail.to-address', { address: mail.address })
  return {
    title,
    unlisted: true,
    crumbs: crumbs(visit),
    main: html`${pageHead({ title, kicker: html`<code>${mail.kind}</code>` })} ${facts(visit, mail)}
    ${steps(visit, mail)} ${when(mail.content, () => said(visit, mail))}`,
  }
}

const crumbs = ({ t }: Visit) => [{ label: t('operations.mail.title'), path: sitePaths.mails }]

function facts({ t }: Visit, mail: MailRecord): Html {
  const moment = (text: string | null) => text && momentText(t, new Date(text))
  return definitionList([
    { term: t('operations.mail.state'), content: mail.state.label },
    { term: t('operations.mail.reason'), content: mail.failure?.label ?? null },
    {
      term: t('operations.mail.answer'),
      content: mail.answer && html`<span dir="auto">${mail.answer}</span>`,
    },
    { term: t('operations.mail.to'), content: mail.name && bdi(mail.name) },
    { term: t('operations.mail.language'), content: languageName(mail) },
    { term: t('operations.mail.attempts'), content: String(mail.attempts) },
    { term: t('operations.mail.created'), content: moment(mail.createdAt) },
    { term: t('operations.mail.changed'), content: moment(mail.changedAt) },
    { term: t('operations.mail.due'), content: moment(mail.dueAt) },
  ])
}

const languageName = ({ language }: MailRecord): Html =>
  html`<bdi lang="${languages[language].tag}">${languages[language].endonym}</bdi>`

function steps(visit: Visit, { id, state }: MailRecord): Html | '' {
  const { t, actor, settings } = visit
  const isOpen = (step: 'send-again' | 'drop') => may(mailRights, step, actor, { state: state.code })
  const link = (path: string, label: string) =>
    html`<a class="button" href="${linkTo(visit, path)}">${label}</a>`
  const links = [
    // Without a mail server it would only be kept once more.
    ...(isOpen('send-again') && settings.smtpUrl !== null
      ? [link(sitePaths.mailAgain(id), t('operations.mail.again'))]
      : []),
    ...(isOpen('drop') ? [link(sitePaths.mailDrop(id), t('operations.mail.drop'))] : []),
  ]
  return when(links.length, () => html`<p class="buttons">${links}</p>`)
}

/** Lines that are addresses can be followed: without a mail server this is how one gets at the link of a mail. */
function said({ t }: Visit, mail: KeptMailRecord): Html {
  const { language } = mail
  const lines = (mail.content?.text ?? '')
    .split('\n')
    .map((line) =>
      /^https?:\/\/\S+$/.test(line)
        ? html`<a href="${line}" dir="ltr">${line}</a><br />`
        : html`${line}<br />`,
    )
  return html`<section aria-labelledby="content">
    <h2 id="content">${t('operations.mail.content')}</h2>
    <p class="muted">${t('operations.mail.content-language', { language: languages[language].endonym })}</p>
    <p><strong>${mail.content?.subject}</strong></p>
    <p>${lines}</p>
  </section>`
}

/** Asks before a mail is sent again or not sent at all. */
export function mailStepPage(visit: Visit, mail: MailRecord, step: 'again' | 'drop'): Page {
  const { t } = visit
  const label = t(`operations.mail.${step}`)
  return formPage({
    title: label,
    lead: t(`operations.mail.${step}-lead`),
    crumbs: [...crumbs(visit), { label: mail.address, path: sitePaths.mail(mail.id) }],
    about: html`${when(step === 'again' && mail.failure?.code === 'uncertain', () => notice(t('operations.mail.again-uncertain'), 'warning'))}${facts(visit, mail)}`,
    form: formPart(
      { visit, entered: nothingEntered },
      { submit: label, tone: step === 'drop' ? 'grave' : 'plain', content: html`` },
    ),
  })
}
