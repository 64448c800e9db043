import type { MessageKey } from '#platform/messages.ts'
import { choiceGroup, type FormPlace } from '#platform/ui/form.ts'
import { html, type Html } from '#platform/ui/html.ts'
import { headBoxes, headLines, type HeadBox, type HeadLine } from '../template-head.ts'

export const lineKeys = {
  group: 'reports.paper.line.group',
  meeting: 'reports.paper.meeting',
  'agenda-item': 'reports.paper.agenda-item',
  document: 'reports.paper.line.document',
  symbol: 'reports.paper.line.symbol',
  distribution: 'reports.paper.line.distribution',
  date: 'reports.paper.date',
  original: 'reports.paper.original',
  period: 'reports.period',
} as const satisfies Record<HeadLine, MessageKey>

export const boxKeys = {
  summary: 'reports.paper.summary',
  action: 'reports.field.action',
  references: 'reports.paper.references',
} as const satisfies Record<HeadBox, MessageKey>

/** Which lines and boxes stand above papers of this kind. */
export function headInputs(place: FormPlace): Html {
  const { t } = place.visit
  return html`${choiceGroup(place, {
    name: 'head-lines',
    label: t('reports.paper.head.lines'),
    kind: 'checkbox',
    choices: headLines.map((value) => ({ value, label: t(lineKeys[value]) })),
  })}
  ${choiceGroup(place, {
    name: 'head-boxes',
    label: t('reports.paper.head.boxes'),
    kind: 'checkbox',
    choices: headBoxes.map((value) => ({ value, label: t(boxKeys[value]) })),
  })}`
}
