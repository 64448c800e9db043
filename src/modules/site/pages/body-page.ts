import { accountPaths, holdersPart } from '#modules/accounts/index.ts'
import { dutyCard, mandatePaths, partyLinks, type DutyRecord } from '#modules/mandates/index.ts'
import { languageCodes, languages } from '#platform/languages.ts'
import type { MessageKey } from '#platform/messages.ts'
import { stats } from '#platform/ui/figures.ts'
import { holdingsPart } from '#platform/ui/holdings-part.ts'
import { html, when, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { cardList, definitionList } from '#platform/ui/lists.ts'
import { emptyState } from '#platform/ui/notices.ts'
import { table } from '#platform/ui/table.ts'
import { bdi, pageHead, spoken } from '#platform/ui/text.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import type { BodyRecord } from '../body-shape.ts'

type Part = {
  filter: 'addressee' | 'recipient' | 'via'
  heading: MessageKey
  label: MessageKey
  duties: DutyRecord[]
}

export function bodyPage(visit: Visit, body: BodyRecord): Page {
  const { t } = visit
  const parts: Part[] = [
    { filter: 'addressee', heading: 'bodies.told', label: 'bodies.as-addressee', duties: body.asAddressee },
    {
      filter: 'recipient',
      heading: 'bodies.received',
      label: 'bodies.as-recipient',
      duties: body.asRecipient,
    },
    { filter: 'via', heading: 'bodies.through', label: 'bodies.as-via', duties: body.asVia },
  ]
  const named = parts.filter(({ duties }) => duties.length > 0)
  const title = body.name?.text ?? body.id
  const main = html`${pageHead({
    kicker: body.kind.label,
    title: body.name === null ? body.id : spoken(t, body.name),
    tags:
      body.nameStatus.code === 'official'
        ? []
        : [html`<span class="tag is-unofficial">${body.nameStatus.label}</span>`],
  })}
  ${stats(visit.language, [
    ...parts.map(({ filter, label, duties }) => ({
      count: duties.length,
      label: t(label),
      href: linkTo(visit, mandatePaths.duties, { [filter]: body.id }),
    })),
    ...body.held
      .filter(({ total }) => total > 0)
      .map(({ label, total, path, query }) => ({ count: total, label, href: linkTo(visit, path, query) })),
  ])}
  ${when(named.length === 0, () => emptyState({ title: t('bodies.no-duties') }))}
  ${named.map((part) => partOf(visit, body, part))} ${holdingsPart(visit, body.held)} ${facts(visit, body)}
  ${holdersPart(visit, body.people)} ${names(visit, body)}`
  return {
    title,
    description: t('bodies.described', { name: title, count: body.asAddressee.length }),
    main,
    crumbs: [{ label: t('bodies.title'), path: accountPaths.bodies }],
    alternates: [{ type: 'application/json', path: '.json', title: t('duties.as-json') }],
    jsonLd: {
      '@context': 'https://schema.org',
      '@type': 'Organization',
      name: title,
      ...(body.acronym === null ? {} : { alternateName: body.acronym }),
      url: visit.settings.publicUrl + linkTo(visit, accountPaths.body(body.id)),
    },
  }
}

const partOf = (visit: Visit, body: BodyRecord, { filter, heading, duties }: Part): Html =>
  html`<section class="section" aria-labelledby="as-${filter}">
    <h2 id="as-${filter}">${visit.t(heading)} <span class="count">${duties.length}</span></h2>
    ${cardList(
      duties.map((duty) => dutyCard(visit, duty)),
      { level: 3 },
    )}
    <p>
      <a href="${linkTo(visit, mandatePaths.duties, { [filter]: body.id })}"
        >${visit.t('bodies.open-list')}</a
      >
    </p>
  </section>`

const facts = (visit: Visit, body: BodyRecord): Html =>
  definitionList([
    { term: visit.t('bodies.code'), content: html`<code>${body.id}</code>` },
    { term: visit.t('bodies.acronym'), content: body.acronym === null ? null : bdi(body.acronym) },
    {
      term: visit.t('bodies.parent'),
      content: body.parents.length === 0 ? null : partyLinks(visit, body.parents),
    },
    {
      term: visit.t('bodies.children'),
      content: body.children.length === 0 ? null : partyLinks(visit, body.children),
    },
    {
      term: visit.t('bodies.aliases'),
      content:
        body.aliases.length === 0
          ? null
          : html`${body.aliases.map((alias) => html`<bdi lang="en">${alias}</bdi><br />`)}`,
    },
    { term: visit.t('name-status'), content: body.nameStatus.label },
  ])

/** Every set of names with its dates; most bodies have one. */
const names = (visit: Visit, body: BodyRecord): Html =>
  html`${body.names.map((set, place) =>
    table({
      id: `names-${place + 1}`,
      caption: html`${visit.t('bodies.names')}
      ${when(set.from ?? set.to, () => html`${visit.t('bodies.names-since', { from: set.from ?? 'none', to: set.to ?? 'none' })}`)}`,
      columns: [{ label: visit.t('language-name') }, { label: visit.t('name') }],
      rows: languageCodes.map((code) => [
        html`<span lang="${languages[code].tag}" dir="${languages[code].direction}"
          >${languages[code].endonym}</span
        >`,
        set.name[code]
          ? html`<span lang="${languages[code].tag}" dir="${languages[code].direction}"
              >${set.name[code]}</span
            >`
          : html`<span class="muted">${visit.t('text.missing')}</span>`,
      ]),
    }),
  )}`
