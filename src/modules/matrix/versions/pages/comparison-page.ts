import { filterForm, selectField } from '#platform/ui/controls.ts'
import { html, when, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { cardList, definitionList, type Card } from '#platform/ui/lists.ts'
import { emptyState } from '#platform/ui/notices.ts'
import { bdi, dateText, pageHead, spoken } from '#platform/ui/text.ts'
import type { Listing, Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { cellName } from '../../pages/cell-words.ts'
import { matrixPaths } from '../../paths.ts'
import { changeKinds } from '../version.ts'
import type { ChangeRow, FrozenRow } from '../version-shape.ts'
import { crumbsOfVersions } from './version-page.ts'

export type ComparisonListing = Listing<ChangeRow> & {
  from: number | null
  to: number | null
  known: number[]
}

/** Two versions side by side: what was added, withdrawn, reworded, and whose days or agency are others. */
export function comparisonPage(visit: Visit, { rows, from, to, known }: ComparisonListing): Page {
  const { t } = visit
  const options = known.map((number) => ({
    value: String(number),
    label: t('matrix.version', { number: String(number) }),
  }))
  const [latest = ''] = options.map(({ label }) => label)
  return {
    title: t('matrix.compare'),
    description: t('matrix.compare.lead'),
    crumbs: crumbsOfVersions(visit),
    unlisted: true,
    alternates: [
      { type: 'application/json', path: '.json', title: t('matrix.as-json') },
      { type: 'text/csv', path: '.csv', title: t('matrix.as-csv') },
    ],
    main: html`${pageHead({ title: t('matrix.compare'), lead: t('matrix.compare.lead') })}
      ${filterForm(visit, {
        label: t('matrix.compare'),
        names: ['from', 'to'],
        fields: [
          selectField(visit, { name: 'from', label: t('matrix.compare.from'), any: latest, options }),
          selectField(visit, {
            name: 'to',
            label: t('matrix.compare.to'),
            any: t('matrix.compare.today'),
            options,
          }),
        ],
      })}
      <p>${t('matrix.compare.between', { from: nameOf(visit, from), to: nameOf(visit, to) })}</p>
      ${when(rows.length === 0, () => emptyState({ title: t('matrix.compare.none') }))}
      ${changeKinds.map((kind) => part(visit, kind, rows))}`,
  }
}

const nameOf = ({ t }: Visit, number: number | null): string =>
  number === null ? t('matrix.compare.today') : t('matrix.version', { number: String(number) })

const part = (visit: Visit, kind: (typeof changeKinds)[number], rows: readonly ChangeRow[]): Html | '' => {
  const own = rows.filter(({ kinds }) => kinds.some(({ code }) => code === kind))
  return when(
    own.length > 0,
    () =>
      html`<h2>${visit.t(`matrix.change.${kind}`)} <span class="count">(${own.length})</span></h2>
        ${cardList(
          own.map((row) => changeCard(visit, row)),
          { level: 3 },
        )}`,
  )
}

function changeCard(visit: Visit, { id, before, after }: ChangeRow): Card {
  const shown = (after ?? before) as FrozenRow
  return {
    title: bdi(cellName(visit, shown)),
    href: linkTo(visit, matrixPaths.link(id)),
    text: before !== null && after !== null ? bothSides(visit, before, after) : words(visit, shown),
  }
}

const bothSides = (visit: Visit, before: FrozenRow, after: FrozenRow): Html =>
  definitionList([
    { term: visit.t('matrix.compare.before'), content: words(visit, before) },
    { term: visit.t('matrix.compare.after'), content: words(visit, after) },
  ])

const words = ({ t }: Visit, row: FrozenRow): Html =>
  html`${row.rationale === null ? '' : spoken(t, row.rationale)} (${dateText(t, row.validFrom)} –
  ${row.validUntil === null ? t('matrix.open-end') : dateText(t, row.validUntil)};
  ${row.agency === null ? t('matrix.agency.unknown') : spoken(t, row.agency.name)})`
