import { facetList, type ChosenFilter } from '#platform/ui/facets.ts'
import { filteredList } from '#platform/ui/filtered-list.ts'
import { html, when, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { emptyState } from '#platform/ui/notices.ts'
import { pageHead } from '#platform/ui/text.ts'
import type { MessageKey } from '#platform/messages.ts'
import type { Listing, Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { crumbsOf } from '../../pages/plan-page.ts'
import { isStaff } from '../staff.ts'
import { taskForcePaths } from '../task-force-paths.ts'

export type FilteredPage<Row> = {
  title: MessageKey
  lead: MessageKey
  /** How many there are, in words. */
  count: MessageKey
  none: MessageKey
  /** What each filter is called. */
  labels: Readonly<Record<string, MessageKey>>
  /** What is left out unless it is asked for. */
  hidden?: string | null
  rows: (rows: Row[]) => Html
  /** Above the list: what can be done here. */
  above?: Html | ''
  /** Beside the counted values: what is typed. */
  further?: Html
  /** Filters that have no counted values. */
  typed?: readonly ChosenFilter[]
  alternates?: Page['alternates']
}

/** A page of the task force: a list with its filters beside it, and the way to the other three. */
export function filteredPage<Row>(
  visit: Visit,
  { rows, total, next, facets = [] }: Listing<Row>,
  props: FilteredPage<Row>,
): Page {
  const { t, query } = visit
  const labelOf = (name: string) => {
    const key = props.labels[name]
    return key === undefined ? name : t(key)
  }
  const counted = facets.flatMap(({ name, values }): ChosenFilter[] => {
    const asked = query.get(name)
    const value = values.find((one) => one.chosen)?.label ?? asked
    return asked && value ? [{ name, label: labelOf(name), value }] : []
  })
  const chosen = [...counted, ...(props.typed ?? [])]
  return {
    title: t(props.title),
    description: t(props.lead),
    unlisted: chosen.length > 0 || query.has('after'),
    crumbs: [
      ...crumbsOf(visit),
      ...(visit.path === taskForcePaths.whole
        ? []
        : [{ label: t('task-force.title'), path: taskForcePaths.whole }]),
    ],
    alternates: [
      { type: 'application/json', path: '.json', title: t('activities.as-json') },
      { type: 'text/csv', path: '.csv', title: t('activities.as-csv') },
      ...(props.alternates ?? []),
    ],
    main: html`${pageHead({ title: t(props.title), lead: t(props.lead) })} ${roomLinks(visit)}
    ${props.above ?? ''}
    ${filteredList(visit, {
      filters: [
        ...(props.further === undefined ? [] : [props.further]),
        ...facets.map((facet) => facetList(visit, facet, labelOf(facet.name))),
      ],
      chosen,
      words: when(props.hidden, () => html`<p class="muted">${props.hidden}</p>`),
      count: t(props.count, { count: total }),
      rows: rows.length === 0 ? emptyState({ title: t(props.none) }) : props.rows(rows),
      next,
    })}`,
  }
}

/** How many there are of states that nobody has asked for, and that are shown only then; null where there are none. */
export function hiddenCount(
  { t, query }: Pick<Visit, 't' | 'query'>,
  facets: Listing<unknown>['facets'],
  { key, states }: { key: MessageKey; states: readonly string[] },
): string | null {
  const values = facets?.find(({ name }) => name === 'state')?.values ?? []
  const hidden = values.filter(({ value }) => states.includes(value))
  const count = hidden.reduce((sum, one) => sum + one.count, 0)
  return query.has('state') || count === 0 ? null : t(key, { count })
}

/** The pages of the task force that the reader may open, but for the one they are on. */
export function roomLinks(visit: Pick<Visit, 't' | 'actor' | 'language' | 'path' | 'query'>): Html {
  const { t } = visit
  const rooms = [
    { path: taskForcePaths.whole, label: t('task-force.title') },
    ...(isStaff(visit.actor) ? [{ path: taskForcePaths.overlaps, label: t('task-force.overlaps') }] : []),
    { path: taskForcePaths.gaps, label: t('task-force.gaps') },
    { path: taskForcePaths.matters, label: t('task-force.matters') },
  ]
  return html`<ul class="steps">
    ${rooms.map(({ path, label }) =>
      when(path !== visit.path, () => html`<li><a href="${linkTo(visit, path)}">${label}</a></li>`),
    )}
  </ul>`
}
