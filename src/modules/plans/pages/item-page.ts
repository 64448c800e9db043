import { languageCodes, languages } from '#platform/languages.ts'
import { holdingsPart } from '#platform/ui/holdings-part.ts'
import { html, when, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { definitionList } from '#platform/ui/lists.ts'
import { notice } from '#platform/ui/notices.ts'
import { stepButton } from '#platform/ui/form.ts'
import { pageHead, spoken } from '#platform/ui/text.ts'
import { translateLine } from '#platform/ui/text-note.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { commentsPart } from '../consultation/pages/comments-part.ts'
import { decidedPart } from '../coordination/overlaps/pages/decided-part.ts'
import type { ItemPageRecord } from '../item-routes.ts'
import type { ItemRecord } from '../item-shape.ts'
import { planPaths } from '../paths.ts'
import { itemProgressPart } from '../progress/pages/item-progress-part.ts'
import { itemFacts } from './item-facts.ts'
import { itemsTable } from './items-table.ts'
import { crumbsOfPlan } from './plan-page.ts'
import { actionList, proseParts, recordList } from './record-parts.ts'

/** An item as everybody reads it; below, what those who lead the plan do with it. */
export function itemPage(visit: Visit, item: ItemPageRecord): Page {
  const { t } = visit
  return {
    title: `${item.code} ${item.title.text}`,
    unlisted: item.plan.state.code === 'draft',
    crumbs: [
      ...crumbsOfPlan(visit, item.plan),
      ...item.above.map(({ id, code, title }) => ({
        label: `${code} ${title.text}`,
        path: planPaths.item(id),
      })),
    ],
    history: { kind: 'plan-item', id: item.id },
    alternates: [{ type: 'application/json', path: '.json', title: t('activities.as-json') }],
    main: html`${pageHead({
      kicker: html`${spoken(t, item.level.label)} <bdi>${item.code}</bdi>`,
      title: spoken(t, item.title),
      tags: [
        html`<span class="tag">${item.plan.state.label}</span>`,
        ...(item.plan.example ? [html`<span class="badge">${t('moderation.example')}</span>`] : []),
      ],
    })}
    ${when(item.state.code !== 'active', () => notice(t(`plans.item.is-${item.state.code === 'split' ? 'split' : 'dropped'}`), 'warning'))}
    ${facts(visit, item)} ${prose(visit, item)} ${itemProgressPart(visit, item)}
    ${recordList(visit, t('plans.links'), item.records)} ${decidedPart(visit, item.decided)}
    ${when(
      item.below.length > 0,
      () =>
        html`<h2>${t('plans.below')}</h2>
          ${itemsTable(visit, item.below, t('plans.below'))}`,
    )}
    ${holdingsPart(visit, item.held)}
    ${item.state.code === 'active' ? commentsPart(visit, { plan: item.plan.id, item: item.id, comments: item.comments }) : ''}
    ${office(visit, item)}`,
  }
}

function facts(visit: Visit, item: ItemRecord): Html {
  const { t } = visit
  return definitionList([
    {
      term: t('noun.plan'),
      content: html`<a href="${linkTo(visit, planPaths.plan(item.plan.id))}"
        >${spoken(t, item.plan.title)}</a
      >`,
    },
    ...itemFacts(visit, { ...item, lead: item.ledBy }),
    {
      term: t('plans.related'),
      content:
        item.related.length === 0
          ? null
          : html`<ul class="plain">
              ${item.related.map(
                ({ id, code, title, how, planTitle }) =>
                  html`<li>
                    ${t(`plans.related.${how}`)}
                    <a href="${linkTo(visit, planPaths.item(id))}"><bdi>${code}</bdi> ${spoken(t, title)}</a>
                    ${when(planTitle, () => html`· ${planTitle && spoken(t, planTitle)}`)}
                  </li>`,
              )}
            </ul>`,
    },
  ])
}

const prose = (visit: Visit, item: ItemRecord): Html => {
  const { t } = visit
  const parts = [
    { title: t('plans.field.text'), said: item.text },
    { title: t('plans.field.result'), said: item.result },
    { title: t('plans.field.risks'), said: item.risks },
  ]
  return html`${proseParts(visit, parts)}
  ${translateLine(visit, { kind: 'plan-item', id: item.id }, item.title)}`
}

/** What the reader can do with the item now. */
function office(visit: Visit, item: ItemRecord): Html {
  const { t } = visit
  const { id, may } = item
  const isChangeable = may.includes('edit') || may.includes('adjust')
  const links = [
    ...(may.includes('edit') ? [{ path: planPaths.itemForm(id), label: t('plans.item.edit') }] : []),
    ...(may.includes('link') ? [{ path: planPaths.itemLinks(id), label: t('plans.item.link') }] : []),
    ...(may.includes('adjust') ? [{ path: planPaths.adjustment(id), label: t('plans.item.adjust') }] : []),
    ...(isChangeable
      ? [
          { path: planPaths.split(id), label: t('plans.item.split') },
          { path: planPaths.drop(id), label: t('plans.item.drop') },
        ]
      : []),
    ...(may.includes('edit')
      ? [
          ...item.levelsBelow.map(({ code, label }) => ({
            path: planPaths.below(id, code),
            label: t('plans.items.add', { level: label.text }),
          })),
          ...languageCodes
            .filter((language) => language !== item.originalLanguage)
            .map((language) => ({
              path: planPaths.itemWords(id, language),
              label: t('plans.edit.words', { language: languages[language].endonym }),
            })),
        ]
      : []),
  ]
  return html`${actionList(visit, links)} ${when(may.includes('edit'), () => moveButtons(visit, item))}`
}

const moveButtons = (visit: Visit, { id }: ItemRecord): Html =>
  html`<p class="buttons">
    ${(['up', 'down'] as const).map((direction) =>
      stepButton(visit, {
        action: planPaths.move(id),
        label: visit.t(`plans.item.move-${direction}`),
        fields: { direction },
      }),
    )}
  </p>`
