import { html, when, type Html } from '#platform/ui/html.ts'
import { cardList } from '#platform/ui/lists.ts'
import { emptyState } from '#platform/ui/notices.ts'
import { pageHead } from '#platform/ui/text.ts'
import type { Listing, Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { linkCard } from '../../links/pages/link-card.ts'
import { codeOf, crumbsOf } from '../../pages/cell-words.ts'
import type { ContradictionRow } from '../contradiction-routes.ts'
import { contradictionKinds, type ContradictionKind } from '../contradiction.ts'

/** Each kind of contradiction with the links that do not fit. */
export function contradictionsPage(visit: Visit, { rows }: Listing<ContradictionRow>): Page {
  const { t } = visit
  return {
    title: t('matrix.contradictions'),
    description: t('matrix.contradictions.lead'),
    crumbs: crumbsOf(visit),
    unlisted: visit.query.size > 0,
    alternates: [
      { type: 'application/json', path: '.json', title: t('matrix.as-json') },
      { type: 'text/csv', path: '.csv', title: t('matrix.as-csv') },
    ],
    main: html`${pageHead({ title: t('matrix.contradictions'), lead: t('matrix.contradictions.lead') })}
    ${when(rows.length === 0, () => emptyState({ title: t('matrix.contradictions.none') }))}
    ${contradictionKinds.map((kind) => part(visit, kind, rows))}`,
  }
}

const part = (visit: Visit, kind: ContradictionKind, rows: readonly ContradictionRow[]): Html | '' => {
  const own = rows.filter((row) => row.kind.code === kind)
  return when(
    own.length > 0,
    () =>
      html`<section class="section">
        <h2>${own[0]?.kind.label} <span class="count">(${own.length})</span></h2>
        <p>${visit.t(`matrix.contradiction.${kind}.lead`)}</p>
        ${own.map((row) => pair(visit, row))}
      </section>`,
  )
}

/** Several links stand under the pair that they have in common; a single one says it itself. */
const pair = (visit: Visit, { line, goal, links }: ContradictionRow): Html => {
  const cards = links.map((link) => linkCard(visit, link))
  if (cards.length === 1) return cardList(cards, { level: 3 })
  return html`<div class="group">
    <h3>
      <bdi>${[line.code, ...(goal === null ? [] : [codeOf(visit, 'goal', goal.code)])].join(' · ')}</bdi>
    </h3>
    ${cardList(cards, { level: 4 })}
  </div>`
}
