import { html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { emptyState } from '#platform/ui/notices.ts'
import { table } from '#platform/ui/table.ts'
import { momentText, pageHead } from '#platform/ui/text.ts'
import type { Listing, Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import type { JobRecord } from '../operations-shape.ts'
import { sitePaths } from '../paths.ts'

/** What the site does by itself, when it did so last and whether it could. */
export function jobsPage(visit: Visit, { rows }: Listing<JobRecord>): Page {
  const { t } = visit
  const moment = (text: string | null) =>
    text === null ? t('operations.never') : momentText(t, new Date(text))
  const jobs = table({
    id: 'jobs',
    caption: t('operations.jobs.title'),
    captionUnseen: true,
    columns: [
      { label: t('operations.jobs.name') },
      { label: t('operations.jobs.schedule') },
      { label: t('operations.jobs.done') },
      { label: t('operations.jobs.failed') },
      { label: t('operations.jobs.waiting'), align: 'end' },
      { label: t('operations.jobs.running'), align: 'end' },
    ],
    rows: rows.map((row) => [
      html`<code>${row.name}</code>`,
      row.cron === null ? t('operations.jobs.woken') : html`<code>${row.cron}</code>`,
      moment(row.lastDone),
      moment(row.lastFailed),
      row.waiting,
      row.running,
    ]),
  })
  return {
    title: t('operations.jobs.title'),
    unlisted: true,
    main: html`${pageHead({ title: t('operations.jobs.title'), lead: t('operations.jobs.lead') })}
      <p><a href="${linkTo(visit, sitePaths.mails)}">${t('operations.mail.title')}</a></p>
      ${rows.length === 0 ? emptyState({ title: t('operations.jobs.none') }) : jobs}`,
  }
}
