import { accountPaths } from '#modules/accounts/index.ts'
import { mandatePaths } from '#modules/mandates/index.ts'
import { bars } from '#platform/charts/bars.ts'
import { number } from '#platform/ui/format.ts'
import { holdingsPart, holdingTerms } from '#platform/ui/holdings-part.ts'
import { html, when, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { cardList, definitionList } from '#platform/ui/lists.ts'
import { emptyState } from '#platform/ui/notices.ts'
import { table } from '#platform/ui/table.ts'
import { pageHead } from '#platform/ui/text.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { activityPaths } from '../../paths.ts'
import type { CountedFilter } from '../activity-query.ts'
import { memberStates } from '../place.ts'
import type { PlaceRecord } from '../place-routes.ts'
import { activityCard } from './activity-card-part.ts'
import { filterKeys } from './activities-page.ts'

/** A country, a region or a group of countries: what the register holds about it. */
export function placePage(visit: Visit, record: PlaceRecord): Page {
  const { t } = visit
  return {
    title: record.name,
    description: t('places.described', { name: record.name }),
    sheet: 'charts',
    crumbs: [{ label: t('places.title'), path: activityPaths.places }],
    alternates: [{ type: 'application/json', path: '.json', title: t('places.as-json') }],
    main: html`${pageHead({ kicker: t(`places.kind.${record.kind}`), title: record.name })}
    ${when(
      record.belongsTo.length > 0,
      () =>
        html`<p>
          ${t('places.belongs')}
          ${record.belongsTo.map(
            ({ kind, code, name }, place) =>
              html`${place > 0 ? t('words.comma') : ''}<a
                  href="${linkTo(visit, activityPaths.place(kind, code))}"
                  >${name}</a
                >`,
          )}
        </p>`,
    )}
    ${holdings(visit, record)} ${countsPart(visit, record)} ${latest(visit, record)}
    ${holdingsPart(visit, record.held)} ${members(visit, record)}`,
  }
}

const holdings = (visit: Visit, record: PlaceRecord): Html => {
  const { t, language } = visit
  const filter = { [record.kind]: record.code }
  const organizations = record.kind === 'group' ? null : linkTo(visit, accountPaths.organizations, filter)
  return html`<section>
    <h2>${t('places.holds')}</h2>
    ${definitionList([
      {
        term: t('activities.measure'),
        content: html`<a href="${linkTo(visit, activityPaths.activities, filter)}"
          >${number(language, record.activities)}</a
        >`,
      },
      {
        term: t('places.organizations'),
        content:
          organizations === null
            ? number(language, record.organizations)
            : html`<a href="${organizations}">${number(language, record.organizations)}</a>`,
      },
      { term: t('places.evidence'), content: number(language, record.evidence) },
      {
        term: t('places.duties'),
        content: html`<a href="${linkTo(visit, mandatePaths.duties, { addressee: memberStates })}"
          >${number(language, record.duties)}</a
        >`,
      },
      ...holdingTerms(visit, record.held),
    ])}
    <p><a href="${linkTo(visit, activityPaths.map, filter)}">${t('places.on-map')}</a></p>
  </section>`
}

const mostBars = 18

/** The counts that fit side by side; each bar opens what it counts. */
const countsPart = (visit: Visit, record: PlaceRecord): Html | '' =>
  when(
    record.activities > 0,
    () =>
      html`<div class="place-counts">
        ${record.counts
          .filter(({ values }) => values.length > 0)
          .map(({ name, values }) =>
            bars({
              id: `counts-${name}`,
              caption: visit.t(filterKeys[name as CountedFilter]),
              nameHead: visit.t(filterKeys[name as CountedFilter]),
              countHead: visit.t('activities.measure'),
              rows: values.slice(0, mostBars).map(({ value, label, count }) => ({
                name: label,
                address: linkTo(visit, activityPaths.activities, {
                  [record.kind]: record.code,
                  [name]: value,
                }),
                count,
              })),
              written: (count) => number(visit.language, count),
            }),
          )}
      </div>`,
  )

const latest = (visit: Visit, record: PlaceRecord): Html => {
  const { t } = visit
  if (record.latest.length === 0) return emptyState({ title: t('places.none'), text: t('places.none.text') })
  return html`<section>
    <h2>${t('places.latest')}</h2>
    ${cardList(
      record.latest.map((row) => activityCard(visit, row)),
      { level: 3 },
    )}
    <p>
      <a href="${linkTo(visit, activityPaths.activities, { [record.kind]: record.code })}"
        >${t('places.all')}</a
      >
    </p>
  </section>`
}

const members = (visit: Visit, { countries }: PlaceRecord): Html | '' =>
  when(countries.length > 0, () =>
    table({
      id: 'countries',
      caption: visit.t('places.countries'),
      columns: [{ label: visit.t('places.kind.country') }, { label: visit.t('activities.measure') }],
      rows: countries.map(({ code, name, activities }) => [
        html`<a href="${linkTo(visit, activityPaths.place('country', code))}">${name}</a>`,
        number(visit.language, activities),
      ]),
    }),
  )
