import { may } from '#platform/access/rights.ts'
import { number } from '#platform/ui/format.ts'
import { html, when, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { cardList, type Card } from '#platform/ui/lists.ts'
import { emptyState } from '#platform/ui/notices.ts'
import { dateRangeText, pageHead, spoken } from '#platform/ui/text.ts'
import type { Listing, Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { activityPaths } from '../../paths.ts'
import { callPaths } from '../call-paths.ts'
import { callRights } from '../call-rights.ts'
import type { CallRow } from '../call-shape.ts'

/** All calls, the latest cut-off first. */
export function callsPage(visit: Visit, { rows }: Listing<CallRow>): Page {
  const { t } = visit
  return {
    title: t('calls.title'),
    description: t('calls.lead'),
    crumbs: [{ label: t('activities.title'), path: activityPaths.activities }],
    alternates: [
      { type: 'application/json', path: '.json', title: t('activities.as-json') },
      { type: 'text/csv', path: '.csv', title: t('activities.as-csv') },
    ],
    main: html`${pageHead({ title: t('calls.title'), lead: t('calls.lead') })}
    ${when(
      may(callRights, 'make', visit.actor, { state: 'draft' }),
      () =>
        html`<p class="buttons">
          <a class="button main" href="${linkTo(visit, callPaths.new)}">${t('calls.new')}</a>
        </p>`,
    )}
    ${rows.length === 0 ? emptyState({ title: t('calls.none') }) : cardList(rows.map((row) => callCard(visit, row)))}`,
  }
}

const callCard = (visit: Visit, row: CallRow): Card => {
  const { t, language } = visit
  return {
    title: spoken(t, row.title),
    href: linkTo(visit, callPaths.call(row.id)),
    tags: [callTag(row)],
    facts: [
      html`${t('calls.in-time')} <bdi>${number(language, row.inTime)}</bdi>`,
      html`${t('calls.late')} <bdi>${number(language, row.late)}</bdi>`,
      html`${t('calls.expected')} <bdi>${number(language, row.expected)}</bdi>`,
      ...(row.example ? [html`${t('moderation.example')}`] : []),
    ],
    edge: dateRangeText(t, row.opensOn, row.cutOff),
  }
}

export const callTag = ({ state }: Pick<CallRow, 'state'>): Html =>
  html`<span class="tag">${state.label}</span>`
