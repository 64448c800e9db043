import { accountPaths } from '#modules/accounts/index.ts'
import { partyLinks } from '#modules/mandates/index.ts'
import type { MessageKey } from '#platform/messages.ts'
import { number } from '#platform/ui/format.ts'
import { html, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { codeTag } from '#platform/ui/status.ts'
import { dateText, spoken } from '#platform/ui/text.ts'
import type { Visit } from '#platform/web/visit.ts'
import type { ItemRecord, ItemRow } from '../item-shape.ts'
import type { ItemTree, PartyRole } from '../item.ts'
import { deadlineText } from './items-table.ts'

type Facts = Pick<ItemRecord, 'lead' | 'parties' | 'startsOn' | 'deadline' | 'resources' | 'tags'>

/** Who carries an item out, by when, with what, and what it serves: for a list of terms. */
export function itemFacts(
  visit: Visit,
  item: Facts,
): { term: string; content: Html | Html[] | string | null }[] {
  const { t } = visit
  return [
    { term: t('plans.lead'), content: item.lead === null ? null : partyLinks(visit, [item.lead]) },
    { term: t('plans.contributors'), content: partiesText(visit, item, 'contributor') },
    { term: t('plans.partners'), content: partiesText(visit, item, 'partner') },
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
  ]
}

function partiesText(visit: Visit, { parties }: Facts, role: PartyRole): Html[] | null {
  const own = parties.filter((one) => one.role === role)
  if (own.length === 0) return null
  return own.map((one, place) => html`${place === 0 ? '' : visit.t('words.comma')}${partyText(visit, one)}`)
}

/** A body of the register or an organization, each at its own address. */
const partyText = (visit: Visit, { kind, party }: Facts['parties'][number]): Html => {
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

function tagsText({ t }: Visit, { tags }: Facts, tree: ItemTree): Html | null {
  const own = tags.filter((one) => one.tree === tree)
  if (own.length === 0) return null
  return html`<ul class="plain">
    ${own.map(
      ({ tag: { code, label } }) => html`<li>${codeTag(code)} ${label === null ? '' : spoken(t, label)}</li>`,
    )}
  </ul>`
}

/** Money, and months of work. */
function resourcesText({ t, language }: Visit, resources: ItemRow['resources']): Html | null {
  if (resources === null) return null
  const { amount, currency, staffMonths } = resources
  const parts = [
    ...(amount === null ? [] : [html`<bdi>${number(language, amount)} ${currency}</bdi>`]),
    ...(staffMonths === null ? [] : [html`${t('plans.staff-months', { count: staffMonths })}`]),
  ]
  return html`${parts.map((part, place) => html`${place === 0 ? '' : t('words.comma')}${part}`)}`
}
