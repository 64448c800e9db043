import { languages } from '#platform/languages.ts'
import type { MessageKey } from '#platform/messages.ts'
import { arrow, number } from '#platform/ui/format.ts'
import { html, when, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { definitionList } from '#platform/ui/lists.ts'
import { emptyState } from '#platform/ui/notices.ts'
import { changedText, changeKey, languageBadge, pageHead, spoken } from '#platform/ui/text.ts'
import type { Said } from '#platform/web/shapes.ts'
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
        lead: html`${sideText(visit, before)} ${arrow(language)} ${sideText(visit, after)}`,
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
    >${t('plans.version', { version: side.version })}${t('words.comma')}${side.edition === null ? t('plans.as-now') : t('plans.edition.number', { number: side.edition })}</a
  >`
}

function itemPart(
  visit: Visit,
  { fate, before, after, partOf, changes: changed }: ComparisonRecord['items'][number],
): Html {
  const { t } = visit
  const item = after ?? before
  return html`<h3>
      <span class="tag">${fate.label}</span>
      ${item === null ? '' : html`<a href="${linkTo(visit, planPaths.item(item.id))}"><bdi>${item.code}</bdi> ${spoken(t, item.title)}</a>`}
    </h3>
    ${
      partOf === null
        ? ''
        : html`<p>
            ${t('plans.related.split-from')}
            <a href="${linkTo(visit, planPaths.item(partOf.id))}"
              ><bdi>${partOf.code}</bdi> ${spoken(t, partOf.title)}</a
            >
          </p>`
    }
    ${changes(visit, changed)}`
}

const changes = (visit: Visit, changed: readonly Change[]): Html =>
  definitionList(
    changed.map(({ field, words, came, went }) => ({
      term: visit.t(fieldKeys[field] ?? 'plans.field.text'),
      content:
        words === null
          ? html`<ul class="plain">
              ${went.map(({ name }) => html`<li>${changedName(visit, 'removed', name)}</li>`)}
              ${came.map(({ name }) => html`<li>${changedName(visit, 'added', name)}</li>`)}
            </ul>`
          : changedText(visit.t, words),
    })),
  )

/** A name in another language keeps its mark. */
function changedName({ t }: Visit, kind: 'added' | 'removed', { text, language }: Said): Html {
  const words = changedText(t, [{ kind, text }])
  if (language === t.language.code) return words
  const { tag, direction } = languages[language]
  return html`<span lang="${tag}" dir="${direction}">${words}</span> ${languageBadge(t, language)}`
}

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
  contributors: 'plans.contributors',
  partners: 'plans.partners',
  tags: 'plans.tags',
  links: 'plans.links',
  indicators: 'indicators.title',
  code: 'plans.number',
}
