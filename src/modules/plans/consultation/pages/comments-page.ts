import { facetList } from '#platform/ui/facets.ts'
import { filteredList } from '#platform/ui/filtered-list.ts'
import { chosenOf, facetLabel } from '#platform/ui/chosen.ts'
import { html, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { cardList, type Card } from '#platform/ui/lists.ts'
import { emptyState } from '#platform/ui/notices.ts'
import { dateText, pageHead, spoken } from '#platform/ui/text.ts'
import type { MessageKey } from '#platform/messages.ts'
import type { Listing, Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { crumbsOf } from '../../pages/plan-page.ts'
import { commentPaths } from '../comment-paths.ts'
import type { CommentRow } from '../comment-shape.ts'

const filterKeys: Record<string, MessageKey> = {
  item: 'comments.filter.item',
  disposition: 'comments.disposition',
  language: 'comments.filter.language',
}

/** What was said of a plan, with what became of each comment. */
export function commentsPage(
  visit: Visit,
  { rows, total, next, about, facets = [] }: Listing<CommentRow>,
): Page {
  const { t } = visit
  const chosen = chosenOf(visit, facets, filterKeys)
  return {
    title: t('comments.title'),
    unlisted: true,
    crumbs: [...crumbsOf(visit), { label: about?.name ?? '', path: about?.path ?? '' }],
    alternates: [
      { type: 'application/json', path: '.json', title: t('comments.as-json') },
      { type: 'text/csv', path: '.csv', title: t('comments.as-csv') },
      { type: 'application/atom+xml', path: '.atom', title: t('comments.as-feed') },
    ],
    main: html`${pageHead({ title: t('comments.title'), lead: html`<bdi>${about?.name}</bdi>` })}
    ${filteredList(visit, {
      filters: facets.map((facet) => facetList(visit, facet, facetLabel(visit, facet, filterKeys))),
      chosen,
      count: t('comments.count', { count: total }),
      rows:
        rows.length === 0
          ? emptyState({ title: t('comments.none') })
          : cardList(
              rows.map((row) => commentCard(visit, row)),
              { level: 3 },
            ),
      next,
    })}`,
  }
}

const commentCard = (visit: Visit, row: CommentRow): Card => {
  const { t } = visit
  return {
    title: t('comments.one', { by: row.by.label }),
    href: linkTo(visit, commentPaths.comment(row.id)),
    kicker: aboutWhat(visit, row),
    text: row.text ? spoken(t, row.text) : notShown(visit, row),
    tags: [dispositionTag(visit, row)],
    ...(row.reply
      ? { facts: [html`${t('words.before', { words: t('comments.reply') })} ${spoken(t, row.reply)}`] }
      : {}),
    edge: dateText(t, row.commentedAt.slice(0, 10)),
  }
}

export const aboutWhat = ({ t }: Visit, { item }: CommentRow): Html =>
  item === null
    ? html`${t('comments.on-plan')}`
    : html`<bdi>${item.code}</bdi> ${item.title ? spoken(t, item.title) : ''}`

/** Says in words why nothing stands there. */
export const notShown = ({ t }: Visit, { state, reason }: CommentRow): Html =>
  html`<span class="muted"
    >${state.label}${reason === null ? '' : html`${t('words.comma')}${reason.label}`}</span
  >`

export const dispositionTag = ({ t }: Visit, { state, disposition }: CommentRow): Html =>
  html`<span class="tag"
    >${
      state.code === 'published' ? (disposition?.label ?? t('comments.disposition.waiting')) : state.label
    }</span
  >`
