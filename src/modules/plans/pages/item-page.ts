import { accountPaths } from '#modules/accounts/index.ts'
import { partyLinks } from '#modules/mandates/index.ts'
import { languageCodes, languages } from '#platform/languages.ts'
import type { MessageKey } from '#platform/messages.ts'
import { number } from '#platform/ui/format.ts'
import { holdingsPart } from '#platform/ui/holdings-part.ts'
import { html, when, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { definitionList } from '#platform/ui/lists.ts'
import { notice } from '#platform/ui/notices.ts'
import { stepButton } from '#platform/ui/form.ts'
import { codeTag } from '#platform/ui/status.ts'
import { dateText, pageHead, spoken } from '#platform/ui/text.ts'
import { translateLine } from '#platform/ui/text-note.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { commentsPart } from '../consultation/pages/comments-part.ts'
import { decidedPart } from '../coordination/overlaps/pages/decided-part.ts'
import type { ItemPageRecord } from '../item-routes.ts'
import type { ItemRecord, ItemRow } from '../item-shape.ts'
import type { ItemTree } from '../item.ts'
import { planPaths } from '../paths.ts'
import { itemProgressPart } from '../progress/pages/item-progress-part.ts'
import { deadlineText, itemsTable } from './items-table.ts'
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
  const partiesIn = (role: 'contributor' | 'partner') => {
    const parties = item.parties.filter((one) => one.role === role)
    return parties.length === 0
      ? null
      : parties.map((one, place) => html`${place === 0 ? '' : t('words.comma')}${partyText(visit, one)}`)
  }
  return definitionList([
    {
      term: t('noun.plan'),
      content: html`<a href="${linkTo(visit, planPaths.plan(item.plan.id))}"
        >${spoken(t, item.plan.title)}</a
      >`,
    },
    { term: t('plans.lead'), content: item.lead === null ? null : partyLinks(visit, [item.lead]) },
    { term: t('plans.contributors'), content: partiesIn('contributor') },
    { term: t('plans.partners'), content: partiesIn('partner') },
    { term: t('plans.starts'), content: item.startsOn === null ? null : dateText(t, item.startsOn) },
    {
      term: t('plans.deadline'),
      content: item.deadline === null ? null : deadlineText(visit, item.deadline),
    },
    { term: t('plans.resources'), content: resourcesText(visit, item.resources) },
    ...(Object.keys(treeKeys) as ItemTree[]).map((tree) => ({
      term: t(treeKeys[tree]),
      content: tagsText(visit, item, tree),
    })),
    {
      term: t('plans.related'),
      content:
        item.related.length === 0
          ? null
          : html`<ul class="plain">
              ${item.related.map(
                ({ id, code, title, how }) =>
                  html`<li>
                    ${t(`plans.related.${how}`)}
                    <a href="${linkTo(visit, planPaths.item(id))}"><bdi>${code}</bdi> ${spoken(t, title)}</a>
                  </li>`,
              )}
            </ul>`,
    },
  ])
}

/** A body of the register or an organization, each at its own address. */
const partyText = (visit: Visit, { kind, party }: ItemRecord['parties'][number]): Html => {
  if (kind === 'body') return partyLinks(visit, [party])
  const words = party.name === null ? html`${party.id}` : spoken(visit.t, party.name)
  return html`<a href="${linkTo(visit, accountPaths.organization(party.id ?? ''))}">${words}</a>`
}

const treeKeys = {
  'action-lines': 'activities.field.actionLines',
  sdgs: 'plans.sdgs',
  'sdg-targets': 'activities.field.sdgs',
  'gdc-objectives': 'activities.field.gdc',
  countries: 'activities.filter.country',
  'itu-regions': 'activities.filter.region',
} as const satisfies Record<ItemTree, MessageKey>

function tagsText({ t }: Visit, { tags }: ItemRecord, tree: ItemTree): Html | null {
  const own = tags.filter((one) => one.tree === tree)
  if (own.length === 0) return null
  return html`<ul class="plain">
    ${own.map(
      ({ tag: { code, label } }) => html`<li>${codeTag(code)} ${label === null ? '' : spoken(t, label)}</li>`,
    )}
  </ul>`
}

/** Money, and months of work. */
export function resourcesText({ t, language }: Visit, resources: ItemRow['resources']): Html | null {
  if (resources === null) return null
  const { amount, currency, staffMonths } = resources
  return html`${when(amount !== null, () => html`<bdi>${number(language, amount ?? 0)} ${currency}</bdi>`)}
  ${when(staffMonths !== null, () => html`<span>${t('plans.staff-months', { count: staffMonths ?? 0 })}</span>`)}`
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
