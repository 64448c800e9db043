import { worldMap, type WorldMap } from '#platform/charts/world-map.ts'
import { number } from '#platform/ui/format.ts'
import { html, when, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { table } from '#platform/ui/table.ts'
import { pageHead } from '#platform/ui/text.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { activityPaths } from '../../paths.ts'
import type { MapRecord } from '../map-routes.ts'
import { filtersOfAddress, keptFilters } from './kept-filters.ts'

/** Where activities take place: the map, and the same numbers as a table. */
export function mapPage(visit: Visit, record: MapRecord): Page {
  const { t } = visit
  return {
    title: t('activities.map.title'),
    description: t('activities.map.lead'),
    sheet: 'charts',
    crumbs: [{ label: t('activities.title'), path: activityPaths.activities }],
    unlisted: visit.query.size > 0,
    alternates: [
      { type: 'application/json', path: '.json', title: t('activities.as-json') },
      { type: 'image/svg+xml', path: '.svg', title: t('activities.as-svg') },
    ],
    main: html`${pageHead({ title: t('activities.map.title'), lead: t('activities.map.lead') })}
      ${keptFilters(visit, activityPaths.activities)}
      <p>${t('activities.count', { count: record.total })}</p>
      ${worldMap(t, mapPicture(visit, record))}
      ${when(record.nowhere > 0, () => html`<p>${t('activities.nowhere', { count: record.nowhere })}</p>`)}
      ${countsTable(visit, 'region', t('activities.filter.region'), record.regions)}
      ${countsTable(visit, 'country', t('activities.filter.country'), record.countries)}`,
  }
}

export function mapPicture(visit: Visit, { countries, without }: MapRecord): WorldMap {
  const { t, language } = visit
  const names = new Map([...without, ...countries].map(({ code, name }) => [code, name]))
  const filled = new Set(countries.map(({ code }) => code))
  return {
    id: 'map',
    title: t('activities.map.title'),
    description: t('activities.map.lead'),
    measure: {
      name: t('activities.measure'),
      none: t('activities.measure.none'),
      written: (value) => number(language, value),
    },
    values: new Map(countries.map(({ code, count }) => [code, count])),
    nameOf: (code) => names.get(code) ?? code,
    addressOf: (code) => (filled.has(code) ? listAddress(visit, 'country', code) : null),
  }
}

const listAddress = (visit: Visit, name: string, code: string): string =>
  linkTo(visit, activityPaths.activities, { ...filtersOfAddress(visit), [name]: code })

const countsTable = (
  visit: Visit,
  name: 'region' | 'country',
  caption: string,
  rows: MapRecord['countries'],
): Html | '' =>
  when(rows.length > 0, () =>
    table({
      id: `by-${name}`,
      caption,
      columns: [{ label: caption }, { label: visit.t('activities.measure') }],
      rows: rows.map(({ code, name: label, count }) => [
        html`<a href="${linkTo(visit, activityPaths.place(name, code))}">${label}</a>`,
        html`<a href="${listAddress(visit, name, code)}">${number(visit.language, count)}</a>`,
      ]),
    }),
  )
