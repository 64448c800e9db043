import { html, when, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import type { Visit } from '#platform/web/visit.ts'

/** The filters of this address, without what belongs to a list alone. */
export const filtersOfAddress = ({ query }: Pick<Visit, 'query'>): Record<string, string> =>
  Object.fromEntries(
    [...query].filter(([name, value]) => !['after', 'limit', 'sort'].includes(name) && value !== ''),
  )

/** That only a part is shown, with the way to change what is chosen. */
export const keptFilters = (visit: Visit, path: string): Html | '' => {
  const filters = filtersOfAddress(visit)
  return when(
    Object.keys(filters).length > 0,
    () =>
      html`<p class="notice">
        ${visit.t('activities.filtered')}
        <a href="${linkTo(visit, path, filters)}">${visit.t('activities.to-list')}</a>
        <a href="${linkTo(visit, visit.path)}">${visit.t('filters.clear')}</a>
      </p>`,
  )
}
