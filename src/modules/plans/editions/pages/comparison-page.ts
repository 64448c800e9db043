import type { MessageKey } from '#platform/messages.ts'
import { number } from '#platform/ui/format.ts'
import { html, when, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { definitionList } from '#platform/ui/lists.ts'
import { emptyState } from '#platform/ui/notices.ts'
import { changedText, changeKey, pageHead, spoken } from '#platform/ui/text.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { crumbsOfPlan } from '../../pages/plan-page.ts'
import { planPaths } from '../../paths.ts'
import { fates } from '../comparison.ts'
import { fateKeys, type ComparisonRecord } from '../edition-shape.ts'

type Change = ComparisonRecord['plan'][number]

/** What changed from one content of a plan to another, item by item. */
export function comparisonPage(visit: Visit, record: ComparisonRecord): Page {
  const { t, language } = visit
  const { before, after, counts, plan, items } = record
  const shown = items.filter(({ fate }) => fate.code !== 'kept')
  return {
    title: t('plans.comparison'),
    unlisted: true,
    crumbs: crumbsOfPlan(visit, { id: after.plan, title: after.title }),
    alternates: [{ type: 'application/json', path: '.json', title: t('activities.as-json') }],
    main: html`${pageHead({
        title: t('plans.comparison'),
        lead: html`${sideText(visit, before)} → ${sideText(visit, after)}`,
      })}
      ${definitionList(fates.map((fate) => ({ term: t(fateKeys[fate]), content: number(language, counts[fate]) })))}
      ${changeKey(t)}
      ${when(
        plan.length > 0,
        () =>
          html`<h2>${t('plans.comparison.plan')}</h2>
            ${changes(visit, plan)}`,
      )}
      <h2>${t('plans.items')}</h2>
      ${shown.length === 0 ? emptyState({ title: t('plans.comparison.same') }) : shown.map((item) => itemPart(visit, item))}`,
  }
}

const sideText = (visit: Visit, side: ComparisonRecord['before']): Html => {
  const { t } = visit
  const path = side.edition === null ? planPaths.plan(side.plan) : planPaths.edition(side.plan, side.edition)
  return html`<a href="${linkTo(visit, path)}"
    >${t('plans.version', { version: side.version })},
    ${side.edition === null ? t('plans.as-now') : t('plans.edition.number', { number: side.edition })}</a
  >`
}

function itemPart(
  visit: Visit,
  { fate, before, after, changes: changed }: ComparisonRecord['items'][number],
): Html {
  const { t } = visit
  const item = after ?? before
  return html`<h3>
      <span class="tag">${fate.label}</span>
      ${item === null ? '' : html`<a href="${linkTo(visit, planPaths.item(item.id))}"><bdi>${item.code}</bdi> ${spoken(t, item.title)}</a>`}
    </h3>
    ${changes(visit, changed)}`
}

const changes = ({ t }: Visit, changed: readonly Change[]): Html =>
  definitionList(
    changed.map(({ field, before, after, words }) => ({
      term: t(fieldKeys[field] ?? 'plans.field.text'),
      content: changedText(
        t,
        words ?? [
          ...(before === '' ? [] : [{ kind: 'removed' as const, text: before }]),
          ...(before === '' || after === '' ? [] : [{ kind: 'same' as const, text: ' ' }]),
          ...(after === '' ? [] : [{ kind: 'added' as const, text: after }]),
        ],
      ),
    })),
  )

const fieldKeys: Readonly<Record<string, MessageKey>> = {
  title: 'plans.field.title',
  vision: 'plans.field.vision',
  context: 'plans.field.context',
  text: 'plans.field.text',
  result: 'plans.field.result',
  risks: 'plans.field.risks',
  lead: 'plans.lead',
  startsOn: 'plans.starts',
  endsOn: 'plans.ends',
  deadline: 'plans.deadline',
  resources: 'plans.resources',
  parties: 'plans.parties',
  tags: 'plans.tags',
  links: 'plans.links',
  indicators: 'indicators.title',
  code: 'plans.number',
}
