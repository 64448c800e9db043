import { partyLinks } from '#modules/mandates/index.ts'
import type { MessageKey } from '#platform/messages.ts'
import { filterForm, textField } from '#platform/ui/controls.ts'
import { date } from '#platform/ui/format.ts'
import { html, when, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { codeTag } from '#platform/ui/status.ts'
import { table } from '#platform/ui/table.ts'
import { spoken } from '#platform/ui/text.ts'
import type { Listing, Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { deadlineText } from '../../pages/items-table.ts'
import { planPaths } from '../../paths.ts'
import type { PlannedRecord } from '../whole-shape.ts'
import { filteredPage, hiddenCount } from './filtered-page.ts'

export const wholeLabels = {
  'action-line': 'plans.action-line',
  sdg: 'task-force.goal',
  unit: 'task-force.unit',
  lead: 'plans.lead',
  contributor: 'plans.contributors',
  month: 'task-force.month',
  from: 'task-force.from',
  to: 'task-force.to',
  state: 'plans.state',
  level: 'plans.level',
  region: 'activities.filter.region',
  country: 'activities.filter.country',
  group: 'activities.filter.group',
  provision: 'task-force.provision',
  duty: 'task-force.duty',
} as const satisfies Record<string, MessageKey>

/** Everything that any unit plans or does. */
export function wholePage(visit: Visit, listing: Listing<PlannedRecord>): Page {
  const { t, query } = visit
  const facets = listing.facets?.filter(({ name }) => !quiet.has(name) || query.has(name)) ?? []
  return filteredPage(
    visit,
    { ...listing, facets },
    {
      title: 'task-force.title',
      lead: 'task-force.lead',
      count: 'task-force.items.count',
      none: 'task-force.items.none',
      hidden: hiddenCount(visit, facets, { key: 'task-force.items.hidden', states: ['superseded'] }),
      labels: wholeLabels,
      typed: (['from', 'to'] as const).flatMap((name) => {
        const month = query.get(name)
        return month === null
          ? []
          : [{ name, label: t(wholeLabels[name]), value: date(visit.language, month) }]
      }),
      further: filterForm(visit, {
        label: t('task-force.period'),
        names: ['from', 'to'],
        fields: (['from', 'to'] as const).map((name) =>
          textField(visit, { name, label: t(wholeLabels[name]), hint: t('task-force.month.hint') }),
        ),
      }),
      rows: (rows) => plannedTable(visit, rows),
    },
  )
}

/** Pages of bodies lead here with these; otherwise they say again what the units say. */
const quiet: ReadonlySet<string> = new Set(['lead', 'contributor'])

const plannedTable = (visit: Visit, rows: readonly PlannedRecord[]): Html => {
  const { t } = visit
  return table({
    id: 'planned',
    caption: t('plans.items'),
    captionUnseen: true,
    columns: [
      { label: t('plans.item') },
      { label: t('noun.plan') },
      { label: t('plans.lead') },
      { label: t('plans.contributors') },
      { label: t('plans.starts') },
      { label: t('plans.deadline') },
    ],
    rows: rows.map((row) => [
      itemCell(visit, row),
      planCell(visit, row),
      partyLinks(visit, [row.lead]),
      partyLinks(visit, row.contributors),
      row.startsOn === null ? '' : date(visit.language, row.startsOn),
      dueCell(visit, row),
    ]),
  })
}

/** By when, and whether that has passed. */
export const dueCell = (visit: Visit, { deadline, isPast }: PlannedRecord): Html | '' =>
  deadline === null
    ? ''
    : html`${deadlineText(visit, deadline)}
      ${when(isPast, () => html`<span class="tag">${visit.t('timeline.passed')}</span>`)}`

/** Number and title, and what it serves. */
export const itemCell = (
  visit: Visit,
  {
    id,
    code,
    title,
    actionLines,
    goals,
  }: Pick<PlannedRecord, 'id' | 'code' | 'title' | 'actionLines' | 'goals'>,
): Html =>
  html`<bdi>${code}</bdi>
    <a href="${linkTo(visit, planPaths.item(id))}">${spoken(visit.t, title)}</a>
    ${actionLines.map((line) => codeTag(line.code, line.label === null ? {} : { title: line.label.text }))}
    ${goals.map((goal) => codeTag(visit.t('task-force.goal.code', { goal })))}`

export const planCell = (visit: Visit, { plan }: Pick<PlannedRecord, 'plan'>): Html =>
  html`<a href="${linkTo(visit, planPaths.plan(plan.id))}">${spoken(visit.t, plan.title)}</a>
    <span class="tag">${plan.state.label}</span>`
