import { partyLinks } from '#modules/mandates/index.ts'
import type { MessageKey } from '#platform/messages.ts'
import { html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { cardList, type Card } from '#platform/ui/lists.ts'
import { codeTag, statusTag } from '#platform/ui/status.ts'
import { spoken } from '#platform/ui/text.ts'
import type { Listing, Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { deadlineText } from '../../../pages/items-table.ts'
import { filteredPage } from '../../pages/filtered-page.ts'
import type { GapRecord } from '../gap-shape.ts'

const labels = {
  kind: 'task-force.gap',
  'action-line': 'plans.action-line',
  unit: 'task-force.unit',
} as const satisfies Record<string, MessageKey>

/** What is missing, by kind. */
export const gapsPage = (visit: Visit, listing: Listing<GapRecord>): Page =>
  filteredPage(visit, listing, {
    title: 'task-force.gaps',
    lead: 'task-force.gaps.lead',
    count: 'task-force.gaps.count',
    none: 'task-force.gaps.none',
    labels,
    rows: (rows) =>
      cardList(
        rows.map((row) => gapCard(visit, row)),
        { level: 3 },
      ),
  })

/** A duty is told in its own words; where it stands is told above them. */
function gapCard(
  visit: Visit,
  { kind, name, path, about, certainty, plan, units, actionLines, deadline, closing }: GapRecord,
): Card {
  const { t } = visit
  return {
    kicker: about === null ? kind.label : html`${kind.label} · ${spoken(t, name)}`,
    title: spoken(t, about ?? name),
    href: linkTo(visit, path),
    ...(deadline === null ? {} : { edge: html`${t('plans.deadline')} ${deadlineText(visit, deadline)}` }),
    tags: [
      ...(certainty?.code === 'presumed' ? [statusTag(t, 'presumed')] : []),
      ...actionLines.map(({ code, label }) => codeTag(code, label === null ? {} : { title: label.text })),
    ],
    facts: [
      ...(plan === null ? [] : [spoken(t, plan.title)]),
      ...(units.length === 0 ? [] : [partyLinks(visit, units)]),
      ...(closing === null
        ? []
        : [
            html`<a href="${linkTo(visit, closing.path, closing.query)}"
              >${t(`task-force.close.${kind.code}`)}</a
            >`,
          ]),
    ],
  }
}
