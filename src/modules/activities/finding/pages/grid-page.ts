import { heatGrid, type HeatGrid } from '#platform/charts/heat-grid.ts'
import { number } from '#platform/ui/format.ts'
import { html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { pageHead } from '#platform/ui/text.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { activityPaths } from '../../paths.ts'
import type { GridRecord } from '../map-routes.ts'
import { filtersOfAddress, keptFilters } from './kept-filters.ts'

/** Action lines against goals: every cell opens the activities that it counts. */
export function gridPage(visit: Visit, record: GridRecord): Page {
  const { t } = visit
  return {
    title: t('activities.grid.title'),
    description: t('activities.grid.lead'),
    sheet: 'charts',
    crumbs: [{ label: t('activities.title'), path: activityPaths.activities }],
    unlisted: visit.query.size > 0,
    alternates: [
      { type: 'application/json', path: '.json', title: t('activities.as-json') },
      { type: 'image/svg+xml', path: '.svg', title: t('activities.as-svg') },
    ],
    main: html`${pageHead({ title: t('activities.grid.title'), lead: t('activities.grid.lead') })}
      ${keptFilters(visit, activityPaths.activities)}
      <p>${t('activities.count', { count: record.total })}</p>
      ${heatGrid(gridPicture(visit, record))}`,
  }
}

export function gridPicture(visit: Visit, { lines, goals, cells }: GridRecord): HeatGrid {
  const { t, language } = visit
  const counts = new Map(cells.map(({ line, goal, count }) => [`${line} ${goal}`, count]))
  const axis = ({ code, name }: GridRecord['lines'][number]) => ({ key: code, code, name })
  return {
    id: 'grid',
    title: t('activities.grid.title'),
    description: t('activities.grid.lead'),
    measure: {
      name: t('activities.measure'),
      none: t('activities.measure.none'),
      written: (value) => number(language, value),
    },
    rowsName: t('activities.field.actionLines'),
    rows: lines.map(axis),
    columns: goals.map(axis),
    count: (line, goal) => counts.get(`${line} ${goal}`) ?? 0,
    addressOf: (line, goal) =>
      counts.has(`${line} ${goal}`)
        ? linkTo(visit, activityPaths.activities, {
            ...filtersOfAddress(visit),
            'action-line': line,
            sdg: goal,
          })
        : null,
  }
}
