import { may } from '#platform/access/rights.ts'
import { html, when, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { cardList } from '#platform/ui/lists.ts'
import { emptyState } from '#platform/ui/notices.ts'
import { dateText, pageHead, spoken } from '#platform/ui/text.ts'
import type { Listing, Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { crumbsOf } from '../../pages/cell-words.ts'
import { matrixPaths } from '../../paths.ts'
import { versionRights } from '../version-rights.ts'
import type { VersionRecord } from '../version-shape.ts'

/** All versions, the latest first. */
export function versionsPage(visit: Visit, { rows }: Listing<VersionRecord>): Page {
  const { t } = visit
  return {
    title: t('matrix.versions'),
    description: t('matrix.versions.lead'),
    crumbs: crumbsOf(visit),
    alternates: [
      { type: 'application/json', path: '.json', title: t('matrix.as-json') },
      { type: 'text/csv', path: '.csv', title: t('matrix.as-csv') },
    ],
    main: html`${pageHead({ title: t('matrix.versions'), lead: t('matrix.versions.lead') })}
      <ul class="steps">
        <li><a href="${linkTo(visit, matrixPaths.comparison)}">${t('matrix.compare')}</a></li>
        ${when(
          may(versionRights, 'publish', visit.actor, { state: 'published' }),
          () =>
            html`<li>
              <a href="${linkTo(visit, matrixPaths.newVersion)}">${t('matrix.version.publish')}</a>
            </li>`,
        )}
      </ul>
      ${
        rows.length === 0
          ? emptyState({ title: t('matrix.versions.none') })
          : cardList(
              rows.map((row) => ({
                title: versionName(visit, row.number),
                href: linkTo(visit, matrixPaths.version(row.number)),
                text: row.note === null ? undefined : spoken(t, row.note),
                tags: row.source === null ? [] : [html`<span class="tag">${t('matrix.source.2017')}</span>`],
                facts: [html`${t('matrix.links.count', { count: row.links })}`],
                edge: dateText(t, row.datedOn),
              })),
            )
      }`,
  }
}

export const versionName = ({ t }: Pick<Visit, 't'>, number: number): Html =>
  html`${t('matrix.version', { number: String(number) })}`
