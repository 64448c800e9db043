import { mostSentAtOnce } from '#platform/mail/mail-rights.ts'
import type { MailState } from '#platform/mail/tables.ts'
import { filterForm, selectField } from '#platform/ui/controls.ts'
import { pagination } from '#platform/ui/facets.ts'
import { formPage } from '#platform/ui/form-page.ts'
import { formPart } from '#platform/ui/form.ts'
import { html, when, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { emptyState } from '#platform/ui/notices.ts'
import { table } from '#platform/ui/table.ts'
import { bdi, momentText, pageHead } from '#platform/ui/text.ts'
import type { Entered } from '#platform/web/form-resource.ts'
import type { Listing, Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import type { MailRecord } from '../operations-shape.ts'
import { sitePaths } from '../paths.ts'

/** Mails that wait, were given up or are kept. */
export function mailsPage(visit: Visit, { rows, total, next, facets }: Listing<MailRecord>): Page {
  const { t, settings } = visit
  const lead = t(settings.smtpUrl === null ? 'operations.mail.lead-kept' : 'operations.mail.lead-sent')
  const options = (facets?.[0]?.values ?? []).map(({ value, label, count }) => ({
    value,
    label: t('operations.mail.state-count', { state: label, count }),
  }))
  const filter = filterForm(visit, {
    label: t('operations.mail.filter'),
    names: ['state'],
    fields: [
      selectField(visit, {
        name: 'state',
        label: t('operations.mail.state'),
        any: t('operations.mail.open'),
        options,
      }),
    ],
  })
  return {
    title: t('operations.mail.title'),
    unlisted: true,
    main: html`${pageHead({ title: t('operations.mail.title'), lead })}
      <p><a href="${linkTo(visit, sitePaths.jobs)}">${t('operations.jobs.title')}</a></p>
      ${waysOut(visit, facets)} ${filter}
      ${rows.length === 0 ? emptyState({ title: t('operations.mail.none') }) : mailTable(visit, rows, total)}
      ${pagination(visit, next)}`,
  }
}

/** Without a mail server they would only be kept once more. */
const waysOut = (visit: Visit, facets: Listing<MailRecord>['facets']): Html | '' => {
  const kept = facets?.[0]?.values.find(({ value }) => value === 'kept')?.count ?? 0
  return when(
    kept > 0 && visit.settings.smtpUrl !== null,
    () =>
      html`<p class="buttons">
        <a class="button" href="${linkTo(visit, sitePaths.keptMails)}"
          >${visit.t('operations.mail.all-kept')}</a
        >
      </p>`,
  )
}

/** Asks before all that was kept is sent. */
export function keptMailsPage(visit: Visit, { kept }: Record<MailState, number>, entered: Entered): Page {
  const { t } = visit
  return formPage({
    title: t('operations.mail.all-kept'),
    lead: t('operations.mail.all-kept-lead', { most: mostSentAtOnce }),
    crumbs: [{ label: t('operations.mail.title'), path: sitePaths.mails }],
    about: html`<p>${t('operations.mail.count', { count: kept })}</p>`,
    form: formPart({ visit, entered }, { submit: t('operations.mail.all-kept'), content: html`` }),
  })
}

const mailTable = (visit: Visit, rows: MailRecord[], count: number): Html => {
  const { t } = visit
  return table({
    id: 'mails',
    caption: t('operations.mail.count', { count }),
    columns: [
      { label: t('operations.mail.to') },
      { label: t('operations.mail.kind') },
      { label: t('operations.mail.state') },
      { label: t('operations.mail.attempts'), align: 'end' },
      { label: t('operations.mail.changed') },
    ],
    rows: rows.map((row) => [
      html`<a href="${linkTo(visit, sitePaths.mail(row.id))}">${bdi(row.address)}</a>`,
      html`<code>${row.kind}</code>`,
      row.failure === null ? row.state.label : html`${row.state.label}<br />${row.failure.label}`,
      row.attempts,
      momentText(t, new Date(row.changedAt)),
    ]),
  })
}
