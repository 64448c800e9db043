import { partyLinks } from '#modules/mandates/index.ts'
import { html, when, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { emptyState } from '#platform/ui/notices.ts'
import { table } from '#platform/ui/table.ts'
import { dateText, spoken } from '#platform/ui/text.ts'
import type { Visit } from '#platform/web/visit.ts'
import { deadlineWords } from '../deadline-words.ts'
import { planPaths } from '../paths.ts'
import type { ItemRow, RatedRow } from '../item-shape.ts'
import { markTag } from '../progress/pages/roll-up-part.ts'

/** Items as a table: number and title, level, who leads, by when, and how far it has come. */
export function itemsTable(visit: Visit, rows: readonly RatedRow[], caption: string): Html {
  const { t } = visit
  const isRated = rows.some(({ mark }) => mark !== null)
  if (rows.length === 0) return emptyState({ title: t('plans.items.none') })
  return table({
    id: 'items-table',
    caption,
    captionUnseen: true,
    columns: [
      { label: t('plans.item') },
      { label: t('plans.level') },
      { label: t('plans.lead') },
      { label: t('plans.starts') },
      { label: t('plans.deadline') },
      ...(isRated ? [{ label: t('progress.mark') }] : []),
    ],
    rows: rows.map((row) => [
      html`<bdi>${row.code}</bdi>
        <a href="${linkTo(visit, planPaths.item(row.id))}">${spoken(t, row.title)}</a>
        ${when(row.state.code !== 'active', () => html`<span class="tag">${row.state.label}</span>`)}`,
      spoken(t, row.level.label),
      row.lead === null
        ? html`<span class="muted">${partyLinks(visit, [row.ledBy])}</span>`
        : partyLinks(visit, [row.lead]),
      row.startsOn === null ? '' : dateText(t, row.startsOn),
      row.deadline === null ? '' : deadlineText(visit, row.deadline),
      ...(isRated ? [row.mark === null ? '' : markTag(row.mark.code, row.mark.label)] : []),
    ]),
  })
}

/** For machines the day, or the instant where an hour was given. */
export const deadlineText = ({ t }: Pick<Visit, 't'>, deadline: NonNullable<ItemRow['deadline']>): Html =>
  deadline.time === null
    ? dateText(t, deadline.on)
    : html`<time datetime="${deadline.at}"><bdi>${deadlineWords(t, deadline)}</bdi></time>`
