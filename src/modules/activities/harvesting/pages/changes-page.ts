import type { MessageKey } from '#platform/messages.ts'
import { pagination } from '#platform/ui/facets.ts'
import { html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { emptyState } from '#platform/ui/notices.ts'
import { table } from '#platform/ui/table.ts'
import { momentText, pageHead, spoken } from '#platform/ui/text.ts'
import type { Listing, Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { activityPaths } from '../../paths.ts'
import type { ChangeRecord } from '../change-shape.ts'
import type { ChangeKind } from '../change-kind.ts'

/** What has happened to public entries, for people who follow the register. */
export function changesPage(visit: Visit, { rows, next }: Listing<ChangeRecord>): Page {
  const { t } = visit
  const heading = { title: t('activities.changes.title'), lead: t('activities.changes.lead') }
  return {
    title: heading.title,
    description: heading.lead,
    crumbs: [{ label: t('activities.title'), path: activityPaths.activities }],
    unlisted: visit.query.size > 0,
    alternates: [
      { type: 'application/json', path: '.json', title: t('activities.as-json') },
      { type: 'application/atom+xml', path: '.atom', title: t('activities.as-feed') },
    ],
    main: html`${pageHead(heading)}
    ${rows.length === 0 ? emptyState({ title: t('activities.changes.none'), text: t('activities.changes.none.text') }) : changes(visit, rows)}
    ${pagination(visit, next)}`,
  }
}

const changes = (visit: Visit, rows: ChangeRecord[]) =>
  table({
    id: 'changes',
    caption: visit.t('activities.changes.title'),
    captionUnseen: true,
    columns: [
      { label: visit.t('activities.changes.activity') },
      { label: visit.t('activities.changes.what') },
      { label: visit.t('activities.changes.at') },
    ],
    rows: rows.map(({ id, title, kind, at }) => [
      html`<a href="${linkTo(visit, activityPaths.activity(id))}">${spoken(visit.t, title)}</a>`,
      visit.t(changeKindKeys[kind]),
      momentText(visit.t, new Date(at)),
    ]),
  })

export const changeKindKeys = {
  published: 'activities.change.published',
  updated: 'activities.change.updated',
  'confirm-due': 'activities.change.confirm-due',
  confirmed: 'activities.change.confirmed',
  archived: 'activities.change.archived',
  merged: 'activities.change.merged',
} as const satisfies Record<ChangeKind, MessageKey>
