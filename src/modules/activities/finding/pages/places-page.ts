import { number } from '#platform/ui/format.ts'
import { html, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { table } from '#platform/ui/table.ts'
import { pageHead } from '#platform/ui/text.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { activityPaths } from '../../paths.ts'
import type { PlaceKind, PlacesRecord } from '../place-routes.ts'

/** All countries, regions and groups, each with how much it has. */
export function placesPage(visit: Visit, record: PlacesRecord): Page {
  const { t } = visit
  return {
    title: t('places.title'),
    description: t('places.lead'),
    crumbs: [{ label: t('activities.title'), path: activityPaths.activities }],
    alternates: [{ type: 'application/json', path: '.json', title: t('places.as-json') }],
    main: html`${pageHead({ title: t('places.title'), lead: t('places.lead') })}
      <p><a href="${linkTo(visit, activityPaths.map)}">${t('activities.map.title')}</a></p>
      ${listed(visit, 'region', t('places.regions'), record.regions)}
      ${listed(visit, 'group', t('places.groups'), record.groups)}
      ${listed(visit, 'country', t('places.countries'), record.countries)}`,
  }
}

const listed = (visit: Visit, kind: PlaceKind, caption: string, rows: PlacesRecord['regions']): Html =>
  table({
    id: `all-${kind}`,
    caption,
    columns: [{ label: visit.t(`places.kind.${kind}`) }, { label: visit.t('activities.measure') }],
    rows: rows.map(({ code, name, activities }) => [
      html`<a href="${linkTo(visit, activityPaths.place(kind, code))}">${name}</a>`,
      number(visit.language, activities),
    ]),
  })
