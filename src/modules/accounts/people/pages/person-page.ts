import { languages } from '#platform/languages.ts'
import { may } from '#platform/access/rights.ts'
import { historyPath } from '#platform/past/subject.ts'
import { html, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { definitionList } from '#platform/ui/lists.ts'
import { table } from '#platform/ui/table.ts'
import { dateText, pageHead, unseen } from '#platform/ui/text.ts'
import type { Page } from '#platform/web/site.ts'
import type { Scope } from '#platform/access/actor.ts'
import type { Visit } from '#platform/web/visit.ts'
import { accountPaths } from '../../paths.ts'
import { endActionFor, roleRights } from '../../roles/role-rights.ts'
import type { HeldRoleRecord, PersonRecord } from '../person-shape.ts'
import { roleWords } from './people-page.ts'

export function personPage(visit: Visit, person: PersonRecord): Page {
  const { t } = visit
  const title = person.name || t('people.erased')
  return {
    title,
    unlisted: true,
    crumbs: [{ label: t('people.title'), path: accountPaths.people }],
    alternates: [{ type: 'application/json', path: '.json', title: t('organizations.as-json') }],
    main: html`${pageHead({ title: html`<bdi>${title}</bdi>` })} ${facts(visit, person)}
      ${steps(visit, person)} ${roleTable(visit, person.allRoles, person.id)}
      <p>
        <a href="${linkTo(visit, historyPath('person', person.id))}">${t('history.of', { name: title })}</a>
      </p>`,
  }
}

const facts = (visit: Visit, person: PersonRecord): Html => {
  const { t } = visit
  return definitionList([
    { term: t('people.own-name'), content: person.ownName && html`<bdi>${person.ownName}</bdi>` },
    { term: t('people.email'), content: person.email && html`<bdi dir="ltr">${person.email}</bdi>` },
    {
      term: t('organizations.state'),
      content:
        person.confirmed || person.state.code !== 'active' ? person.state.label : t('people.unconfirmed'),
    },
    { term: t('organizations.language'), content: languages[person.language].endonym },
    { term: t('people.name-is-public'), content: person.nameIsPublic ? t('accounts.yes') : t('accounts.no') },
    { term: t('people.joined'), content: dateText(t, person.joined.slice(0, 10)) },
    { term: t('people.code'), content: html`<code>${person.id}</code>` },
  ])
}

const steps = (visit: Visit, { id, state }: PersonRecord): Html | '' => {
  if (state.code === 'erased') return ''
  const access = state.code === 'disabled' ? 'action.person.enable' : 'action.person.disable'
  return html`<ul class="steps">
    <li><a href="${linkTo(visit, accountPaths.newRole(id))}">${visit.t('roles.new.button')}</a></li>
    <li><a href="${linkTo(visit, accountPaths.personAccess(id))}">${visit.t(access)}</a></li>
  </ul>`
}

/** All roles, with a way to end those that the reader may end. */
export const roleTable = (visit: Visit, roles: HeldRoleRecord[], person: string): Html => {
  const { t } = visit
  if (roles.length === 0) return html`<p class="muted">${t('roles.none')}</p>`
  return table({
    id: 'roles',
    caption: t('people.roles'),
    columns: [
      { label: t('noun.role') },
      { label: t('roles.from') },
      { label: t('roles.to') },
      { label: t('organizations.state') },
      { label: t('accounts.reason') },
      { label: t('roles.steps'), unseenLabel: true },
    ],
    rows: roles.map((one) => [
      roleWords(visit, one),
      dateText(t, one.from),
      one.to === null ? '' : dateText(t, one.to),
      one.held ? t('state.role.held') : one.ended ? t('state.role.ended') : t('roles.not-now'),
      html`<bdi>${one.reason ?? ''}</bdi>`,
      endLink(visit, one, person),
    ]),
  })
}

function endLink(visit: Visit, one: HeldRoleRecord, person: string): Html | '' {
  const scope = (one.scope?.code ?? null) as Scope | null
  const thing = {
    state: one.ended ? ('ended' as const) : ('held' as const),
    owners: [person],
    within: scope === null ? [] : [scope],
  }
  if (!may(roleRights, endActionFor(one.role.code, scope), visit.actor, thing)) return ''
  return html`<a href="${linkTo(visit, accountPaths.roleEnd(one.id))}"
    >${visit.t('roles.end')} ${unseen(one.role.label)}</a
  >`
}
