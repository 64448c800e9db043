import { heatGrid } from '#platform/charts/heat-grid.ts'
import { number } from '#platform/ui/format.ts'
import { html, when, type Html } from '#platform/ui/html.ts'
import { cardList } from '#platform/ui/lists.ts'
import { emptyState } from '#platform/ui/notices.ts'
import { table } from '#platform/ui/table.ts'
import { bdi, pageHead, spoken } from '#platform/ui/text.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { linkCard } from '../../links/pages/link-card.ts'
import { codeOf, crumbsOf, othersOf, tagLink } from '../../pages/cell-words.ts'
import type { ViewListing, ViewRow } from '../view-routes.ts'
import { evidenceForm, measureChoice } from './evidence-form.ts'
import { evidenceAddress, kindsOf, linksAddress, pictureOf, proposalsAddress } from './grid-picture.ts'

/** What the Matrix says of one line, goal, target or objective. */
export function viewPage(visit: Visit, listing: ViewListing): Page {
  const { t } = visit
  const { axis, rows, facets = [] } = listing
  const code = codeOf(visit, axis.kind, axis.code)
  // A link with a target and an objective stands in two cells of its line.
  const links = [...new Map(rows.flatMap((row) => row.links).map((link) => [link.id, link])).values()]
  const linked = rows.filter((row) => row.agreed + row.proposed > 0)
  const unlinked = rows.filter((row) => row.agreed + row.proposed === 0)
  return {
    title: t('matrix.of', { code }),
    description: axis.label?.text ?? code,
    sheet: 'charts',
    unlisted: visit.query.size > 0,
    crumbs: crumbsOf(visit),
    alternates: [
      { type: 'application/json', path: '.json', title: t('matrix.as-json') },
      { type: 'text/csv', path: '.csv', title: t('matrix.as-csv') },
    ],
    main: html`${pageHead({
        kicker: t('matrix.title'),
        title: bdi(code),
        lead: axis.label === null ? '' : spoken(t, axis.label),
      })}
      ${when(axis.kind === 'goal', () => html`${measureChoice(visit, listing.measure)} ${goalGrid(visit, listing)}`)}
      ${evidenceForm(visit, facets)}
      ${
        rows.length === 0
          ? emptyState({ title: t('matrix.view.none') })
          : html`<h2>${t('matrix.view.cells')}</h2>
              ${cellTable(visit, listing, 'cells', linked)}
              ${when(
                unlinked.length > 0,
                () =>
                  html`<details>
                    <summary>${t('matrix.view.unlinked', { count: unlinked.length })}</summary>
                    ${cellTable(visit, listing, 'unlinked', unlinked)}
                  </details>`,
              )}`
      }
      <h2>${t('matrix.links.count', { count: links.length })}</h2>
      ${cardList(
        links.map((link) => linkCard(visit, link)),
        { level: 3 },
      )}`,
  }
}

/** The goal and its targets against all lines. */
function goalGrid(visit: Visit, listing: ViewListing): Html {
  const { t } = visit
  const counts = new Map(
    listing.rows.map((row) => [`${row.line.code} ${(row.target ?? row.goal)?.code ?? ''}`, row]),
  )
  return heatGrid(
    pictureOf(visit, {
      measure: listing.measure,
      version: null,
      rows: listing.codes,
      columns: listing.lines,
      rowsName: t('matrix.filter.target'),
      title: t('matrix.of', { code: codeOf(visit, 'goal', listing.axis.code) }),
      kinds: kindsOf(listing.facets ?? []),
      countsAt: (code, line) => counts.get(`${line} ${code}`),
      filtersAt: (code, line) => ({ 'action-line': line, [code.includes('.') ? 'target' : 'sdg']: code }),
    }),
  )
}

const cellTable = (
  visit: Visit,
  { axis, facets = [] }: ViewListing,
  id: 'cells' | 'unlinked',
  rows: readonly ViewRow[],
): Html => {
  const { t, language } = visit
  const kinds = kindsOf(facets)
  const counted = (count: number, address: string) =>
    count === 0 ? number(language, count) : html`<a href="${address}">${number(language, count)}</a>`
  return table({
    id,
    caption: id === 'cells' ? t('matrix.view.cells') : t('matrix.verdict.not-linked'),
    captionUnseen: true,
    columns: [
      { label: axis.kind === 'line' ? t('matrix.view.linked-with') : t('matrix.filter.action-line') },
      ...(axis.kind === 'goal' ? [{ label: t('matrix.view.linked-with') }] : []),
      { label: t('matrix.agreed'), align: 'end' as const },
      { label: t('matrix.proposed'), align: 'end' as const },
      { label: t('matrix.evidence'), align: 'end' as const },
      { label: t('matrix.verdict') },
    ],
    rows: rows.map((row) => [
      ...heads(visit, axis.kind, row),
      counted(row.agreed, linksAddress(visit, null, filtersOf(row))),
      counted(row.proposed, proposalsAddress(visit, filtersOf(row))),
      counted(row.evidence, evidenceAddress(visit, kinds, filtersOf(row))),
      t(`matrix.verdict.${row.verdict}`),
    ]),
  })
}

function heads(visit: Visit, axis: string, row: ViewRow): Html[] {
  const others = othersOf(row).map(({ tag, tree }) => tagLink(visit, tree, tag))
  const line = tagLink(visit, 'line', row.line)
  if (axis === 'line') return [html`${others}`]
  return axis === 'goal' ? [line, html`${others}`] : [line]
}

const filterOf = { goal: 'sdg', target: 'target', objective: 'gdc' } as const

const filtersOf = (row: ViewRow): Record<string, string> => ({
  'action-line': row.line.code,
  ...Object.fromEntries(othersOf(row).map(({ tag, tree }) => [filterOf[tree], tag.code])),
})
