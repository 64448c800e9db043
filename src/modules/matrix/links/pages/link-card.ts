import { html, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import type { Card } from '#platform/ui/lists.ts'
import { dateText, spoken } from '#platform/ui/text.ts'
import type { Visit } from '#platform/web/visit.ts'
import { cellTitle, othersOf } from '../../pages/cell-words.ts'
import { matrixPaths } from '../../paths.ts'
import type { LinkRow } from '../link-shape.ts'
import { agencyWords } from './agency-words.ts'

/** A link among others: its codes, the rationale, and on whose word it stands. */
export function linkCard(visit: Visit, row: LinkRow): Card {
  const { t } = visit
  const names = [row.line, ...othersOf(row).map(({ tag }) => tag)].flatMap(({ label }) =>
    label === null ? [] : [label],
  )
  return {
    title: cellTitle(visit, row),
    href: linkTo(visit, matrixPaths.link(row.id)),
    kicker: html`${names.map((name, place) => html`${place === 0 ? '' : ' · '}${spoken(t, name)}`)}`,
    text: spoken(t, row.rationale),
    tags: linkTags(visit, row),
    facts: [agencyWords(visit, row), ...(row.doubt === null ? [] : [spoken(t, row.doubt)])],
    edge: dateText(t, row.validFrom),
  }
}

/** The state, and where it comes from when nobody has proposed it here. */
export const linkTags = (
  { t }: Pick<Visit, 't'>,
  row: Pick<LinkRow, 'state' | 'source' | 'example'>,
): Html[] => [
  html`<span class="tag">${row.state.label}</span>`,
  ...(row.source === null ? [] : [html`<span class="tag">${row.source.label}</span>`]),
  ...(row.example ? [html`<span class="tag">${t('matrix.example')}</span>`] : []),
]
