import { dayOf } from '#platform/ui/format.ts'
import { stepButton } from '#platform/ui/form.ts'
import { html, when } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { pagination } from '#platform/ui/facets.ts'
import { cardList } from '#platform/ui/lists.ts'
import { emptyState } from '#platform/ui/notices.ts'
import { dateText, pageHead } from '#platform/ui/text.ts'
import type { Listing, Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { kindWords, type NoticeKind } from '../notice.ts'
import { noticePaths } from '../paths.ts'

export type NoticeRecord = {
  id: string
  kind: string
  text: string
  address: string
  at: string
  isRead: boolean
}

/** What I was told, newest first. */
export function noticesPage(visit: Visit, { rows, total, next }: Listing<NoticeRecord>): Page {
  const { t } = visit
  const newest = rows[0]
  const cards = rows.map((row) => ({
    title: row.text,
    href: linkTo(visit, row.address),
    kicker: t(kindWords[row.kind as NoticeKind]),
    edge: dateText(t, dayOf(new Date(row.at))),
    tags: row.isRead ? [] : [html`<strong>${t('notices.new')}</strong>`],
  }))
  const main = html`${pageHead({ title: t('notices.title'), lead: t('notices.lead', { total }) })}
    <p class="buttons">
      <a href="${linkTo(visit, noticePaths.choices)}">${t('notices.choose')}</a>
      ${when(
        rows.some(({ isRead }) => !isRead),
        () =>
          stepButton(visit, {
            action: noticePaths.read,
            label: t('notices.mark-read'),
            fields: { until: newest?.at ?? '' },
          }),
      )}
    </p>
    ${rows.length === 0 ? emptyState({ title: t('notices.none') }) : html`${cardList(cards)} ${pagination(visit, next)}`}`
  return { title: t('notices.title'), main, unlisted: true }
}
