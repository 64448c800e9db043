import { may } from '#platform/access/rights.ts'
import { languageCodes, languages } from '#platform/languages.ts'
import { historyPath } from '#platform/past/subject.ts'
import { html, when, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { definitionList } from '#platform/ui/lists.ts'
import { notice } from '#platform/ui/notices.ts'
import { table } from '#platform/ui/table.ts'
import { bdi, dateText, pageHead, spoken, unseen } from '#platform/ui/text.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { accountPaths } from '../../paths.ts'
import { endActionFor, grantActionFor, roleRights } from '../../roles/role-rights.ts'
import { rorAddress } from '../identifiers.ts'
import { offersOf, type OrganizationRecord } from '../organization-shape.ts'
import { organizationScope } from '../organization.ts'

export function organizationPage(visit: Visit, record: OrganizationRecord): Page {
  const { t } = visit
  return {
    title: record.name.text,
    description: t('organizations.described', { name: record.name.text }),
    crumbs: [{ label: t('organizations.title'), path: accountPaths.organizations }],
    alternates: [{ type: 'application/json', path: '.json', title: t('organizations.as-json') }],
    history: { kind: 'organization', id: record.id },
    unlisted: record.state.code !== 'approved' || record.visibility.code !== 'public',
    jsonLd: {
      '@context': 'https://schema.org',
      '@type': 'Organization',
      name: record.name.text,
      ...(record.acronym === null ? {} : { alternateName: record.acronym }),
      ...(record.website === null ? {} : { sameAs: record.website }),
      url: visit.settings.publicUrl + linkTo(visit, accountPaths.organization(record.id)),
    },
    main: html`${pageHead({
      kicker: record.type.label === null ? record.type.code : spoken(t, record.type.label),
      title: spoken(t, record.name),
      tags: record.state.code === 'approved' ? [] : [html`<span class="tag">${record.state.label}</span>`],
    })}
    ${when(record.example, () => notice(t('organizations.example'), 'warning'))}
    ${successorNotice(visit, record)} ${facts(visit, record)} ${offers(visit, record)}
    ${people(visit, record)} ${names(visit, record)} ${historyLink(visit, record)}`,
  }
}

const successorNotice = (visit: Visit, { successor, state }: OrganizationRecord): Html | '' => {
  if (state.code !== 'merged') return ''
  if (successor === null) return notice(visit.t('organizations.merged'))
  const link = html`<a href="${linkTo(visit, accountPaths.organization(successor.id))}"
    >${spoken(visit.t, successor.name)}</a
  >`
  return notice(html`${visit.t('organizations.merged-into')} ${link}`)
}

const facts = (visit: Visit, record: OrganizationRecord): Html => {
  const { t } = visit
  const tag = (value: OrganizationRecord['country']) =>
    value && html`${value.label === null ? value.code : spoken(t, value.label)}`
  return definitionList([
    { term: t('organizations.acronym'), content: record.acronym === null ? null : bdi(record.acronym) },
    { term: t('organizations.membership'), content: record.membership.label },
    { term: t('organizations.country'), content: tag(record.country) },
    { term: t('organizations.region'), content: tag(record.region) },
    {
      term: t('organizations.website'),
      content:
        record.website &&
        html`<a href="${record.website}" rel="nofollow external" dir="ltr">${record.website}</a>`,
    },
    {
      term: t('organizations.ror'),
      content:
        record.ror && html`<a href="${rorAddress(record.ror)}" rel="external" dir="ltr">${record.ror}</a>`,
    },
    { term: t('organizations.iati'), content: record.iati && html`<code>${record.iati}</code>` },
    {
      term: t('organizations.visibility'),
      content: record.visibility.code === 'public' ? null : record.visibility.label,
    },
    { term: t('organizations.code'), content: html`<code>${record.id}</code>` },
    { term: t('organizations.domains'), content: domains(visit, record) },
  ])
}

const domains = ({ t }: Visit, record: OrganizationRecord): Html[] | null =>
  record.domains === null || record.domains.length === 0
    ? null
    : record.domains.map(
        ({ domain, verified }) =>
          html`<code>${domain}</code>
            ${verified ? t('organizations.domain.verified') : t('organizations.domain.unverified')}<br />`,
      )

/** What the reader can do here; nothing of it is shown to whom it would be refused. */
function offers(visit: Visit, record: OrganizationRecord): Html | '' {
  const { t } = visit
  const offered = offersOf(visit, record)
  const steps = [
    offered.claim ? ({ part: 'claim', label: t('organizations.claim') } as const) : null,
    offered.edit ? ({ part: 'edit', label: t('organizations.edit') } as const) : null,
    offered.approve ? ({ part: 'approval', label: t('organizations.decide') } as const) : null,
    offered.domains ? ({ part: 'domains', label: t('organizations.domains') } as const) : null,
    offered.merge ? ({ part: 'merger', label: t('organizations.merge') } as const) : null,
    offered.close ? ({ part: 'closure', label: t('organizations.close') } as const) : null,
  ].filter((step) => step !== null)
  const scope = organizationScope(record.id)
  const mayInvite = may(roleRights, grantActionFor('representative', scope), visit.actor, {
    state: 'held',
    within: [scope],
  })
  return when(
    steps.length > 0,
    () =>
      html`<nav aria-label="${t('organizations.steps')}">
        <ul class="steps">
          ${steps.map(
            ({ part, label }) =>
              html`<li>
                <a href="${linkTo(visit, accountPaths.organizationPart(record.id, part))}">${label}</a>
              </li>`,
          )}
          ${when(
            mayInvite && record.state.code === 'approved',
            () =>
              html`<li>
                <a href="${linkTo(visit, accountPaths.newInvitation, { organization: record.id })}"
                  >${t('invitations.new')}</a
                >
              </li>`,
          )}
        </ul>
      </nav>`,
  )
}

const people = (visit: Visit, record: OrganizationRecord): Html | '' =>
  when(record.people.length > 0, () =>
    table({
      id: 'people',
      caption: visit.t('organizations.people'),
      columns: [
        { label: visit.t('people.name') },
        { label: visit.t('noun.role') },
        { label: visit.t('roles.from') },
        { label: visit.t('roles.to') },
        { label: visit.t('roles.steps'), unseenLabel: true },
      ],
      rows: record.people.map((one) => [
        html`<bdi>${one.name}</bdi>${when(one.ownName, () => html` <bdi>${one.ownName}</bdi>`)}`,
        one.role.label,
        dateText(visit.t, one.from),
        one.to === null ? '' : dateText(visit.t, one.to),
        endLink(visit, record, one),
      ]),
    }),
  )

/** Only beside roles that the reader may end. */
function endLink(
  visit: Visit,
  record: OrganizationRecord,
  held: OrganizationRecord['people'][number],
): Html | '' {
  const scope = organizationScope(record.id)
  const action = endActionFor(held.role.code, scope)
  const thing = { state: 'held' as const, owners: [], within: [scope] }
  if (held.id === null || !may(roleRights, action, visit.actor, thing)) return ''
  return html`<a href="${linkTo(visit, accountPaths.roleEnd(held.id))}"
    >${visit.t('roles.end')} ${unseen(held.name)}</a
  >`
}

const historyLink = (visit: Visit, { id, name }: OrganizationRecord): Html =>
  html`<p>
    <a href="${linkTo(visit, historyPath('organization', id))}"
      >${visit.t('history.of', { name: name.text })}</a
    >
  </p>`

const names = (visit: Visit, record: OrganizationRecord): Html => {
  const given = languageCodes.filter((code) => record.names[code])
  return table({
    id: 'names',
    caption: visit.t('organizations.names'),
    columns: [{ label: visit.t('organizations.language') }, { label: visit.t('organizations.name') }],
    rows: given.map((code) => {
      const { tag, direction, endonym } = languages[code]
      return [
        html`<span lang="${tag}" dir="${direction}">${endonym}</span>`,
        html`<span lang="${tag}" dir="${direction}">${record.names[code]}</span>`,
      ]
    }),
  })
}
