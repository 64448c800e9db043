import { pagination } from '#platform/ui/facets.ts'
import { html, when, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { cardList, downloadList, type Card } from '#platform/ui/lists.ts'
import { citationBox, emptyState, notice } from '#platform/ui/notices.ts'
import { bdi, dateText, pageHead, spoken } from '#platform/ui/text.ts'
import { date } from '#platform/ui/format.ts'
import type { Listing, Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { cellName, crumbsOf, othersOf } from '../../pages/cell-words.ts'
import { matrixPaths } from '../../paths.ts'
import { versionTextKind } from '../version.ts'
import type { FrozenRow, VersionRecord } from '../version-shape.ts'

export type VersionListing = Listing<FrozenRow> & { version: VersionRecord }

/** A version with its links as they stood. */
export function versionPage(visit: Visit, { rows, total, next, version }: VersionListing): Page {
  const { t, language } = visit
  const title = t('matrix.version', { number: String(version.number) })
  const number = String(version.number)
  return {
    title,
    description: version.note?.text ?? title,
    crumbs: crumbsOfVersions(visit),
    unlisted: visit.query.size > 0,
    history: { kind: versionTextKind, id: number },
    alternates: [
      { type: 'application/json', path: '.json', title: t('matrix.as-json') },
      { type: 'text/csv', path: '.csv', title: t('matrix.as-csv') },
    ],
    main: html`${pageHead({
        kicker: t('matrix.title'),
        title,
        lead: version.note === null ? '' : spoken(t, version.note),
        tags: version.source === null ? [] : [html`<span class="tag">${t('matrix.source.2017')}</span>`],
      })}
      <p>${t('matrix.version.dated')} ${dateText(t, version.datedOn)}</p>
      ${when(version.source !== null, () => notice(t('matrix.standing.2017')))}
      <ul class="steps">
        <li>
          <a href="${linkTo(visit, matrixPaths.matrix, { version: number })}">${t('matrix.version.grid')}</a>
        </li>
        <li>
          <a href="${linkTo(visit, matrixPaths.comparison, { from: number })}"
            >${t('matrix.version.compare')}</a
          >
        </li>
      </ul>
      ${when(
        visit.query.size > 0,
        () => html`<p><a href="${linkTo(visit, visit.path)}">${t('filters.clear')}</a></p>`,
      )}
      <h2>${t('matrix.links.count', { count: total })}</h2>
      ${
        rows.length === 0
          ? emptyState({ title: t('matrix.links.none') })
          : cardList(
              rows.map((row) => frozenCard(visit, row)),
              { level: 3 },
            )
      }
      ${pagination(visit, next)} ${downloads(visit, number)}
      ${citationBox(t, {
        text: t('matrix.version.citation', { number, day: date(language, version.datedOn) }),
        address: visit.settings.publicUrl + linkTo(visit, matrixPaths.version(number)),
      })}`,
  }
}

/** The links of the version as data, and as concepts with their statements. */
const downloads = (visit: Visit, number: string): Html => {
  const { t } = visit
  const skos = (ending: '.ttl' | '.jsonld') =>
    linkTo(visit, `${matrixPaths.matrix}${ending}`, { version: number })
  const own = (ending: '.csv' | '.json') => linkTo(visit, `${matrixPaths.version(number)}${ending}`)
  return downloadList(t, [
    { href: own('.json'), type: 'application/json', title: t('matrix.as-json') },
    { href: own('.csv'), type: 'text/csv', title: t('matrix.as-csv') },
    { href: skos('.ttl'), type: 'text/turtle', title: t('matrix.as-turtle') },
    { href: skos('.jsonld'), type: 'application/ld+json', title: t('matrix.as-json-ld') },
  ])
}

export const crumbsOfVersions = (visit: Pick<Visit, 't'>) => [
  ...crumbsOf(visit),
  { label: visit.t('matrix.versions'), path: matrixPaths.versions },
]

/** A link as it stood; it leads to what it is today. */
function frozenCard(visit: Visit, row: FrozenRow): Card {
  const { t } = visit
  const names = [row.line, ...othersOf(row).map(({ tag }) => tag)].flatMap(({ label }) =>
    label === null ? [] : [label],
  )
  return {
    title: bdi(cellName(visit, row)),
    href: linkTo(visit, matrixPaths.link(row.id)),
    kicker: html`${names.map((name, place) => html`${place === 0 ? '' : ' · '}${spoken(t, name)}`)}`,
    text: row.rationale === null ? undefined : spoken(t, row.rationale),
    facts: [row.agency === null ? html`${t('matrix.agency.unknown')}` : spoken(t, row.agency.name)],
    edge: dateText(t, row.validFrom),
  }
}
