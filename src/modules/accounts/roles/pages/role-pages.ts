import type { GrantedRole, Scope } from '#platform/access/actor.ts'
import { inLanguage, type Translated } from '#platform/languages.ts'
import { formPage } from '#platform/ui/form-page.ts'
import { formPart, selectInput, textArea, textInput, type Choice, type FormPlace } from '#platform/ui/form.ts'
import { html, type Html } from '#platform/ui/html.ts'
import { definitionList } from '#platform/ui/lists.ts'
import { spokenText } from '#platform/ui/text.ts'
import type { Entered } from '#platform/web/form-resource.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { accountPaths } from '../../paths.ts'
import type { PersonRow } from '../../people/person-queries.ts'
import type { ScopeChoices } from '../scope-choice-queries.ts'

export type NewRole = { person: PersonRow; roles: GrantedRole[]; choices: ScopeChoices }

export function newRolePage(visit: Visit, { person, roles, choices }: NewRole, entered: Entered): Page {
  const { t } = visit
  const place: FormPlace = { visit, entered, present: {} }
  const isRequired = false
  return formPage({
    title: t('roles.new', { name: person.name }),
    lead: t('roles.new.lead'),
    crumbs: [
      { label: t('people.title'), path: accountPaths.people },
      { label: person.name, path: accountPaths.person(person.id) },
    ],
    form: formPart(place, {
      submit: t('roles.new.button'),
      content: html`${roleInput(place, roles)} ${scopeInputs(place, choices)}
      ${textInput(place, { name: 'from', label: t('roles.from'), hint: t('roles.from.hint'), type: 'date', isRequired })}
      ${lastDayInput(place)} ${roleReason(place)}`,
    }),
  })
}

export const roleInput = (place: FormPlace, roles: GrantedRole[]): Html => {
  const { t } = place.visit
  return selectInput(place, {
    name: 'role',
    label: t('noun.role'),
    hint: t('roles.role.hint'),
    choices: roles.map((role) => ({ value: role, label: t(`role.${role}`) })),
    none: t('organizations.choose'),
  })
}

/** One of them is filled in, for the roles that are for something. */
export const scopeInputs = (place: FormPlace, choices: ScopeChoices | null): Html => {
  const { t } = place.visit
  const none = t('roles.scope.none')
  const organization = {
    name: 'organization',
    label: t('noun.organization'),
    hint: t('organizations.into.hint'),
  }
  return html`<fieldset>
    <legend>${t('roles.scope')}</legend>
    <p class="hint">${t('roles.scope.hint')}</p>
    ${textInput(place, { ...organization, isRequired: false, direction: 'ltr', maxLength: 200 })}
    ${
      choices === null
        ? ''
        : html`${selectInput(place, { name: 'body', label: t('roles.body'), choices: named(place, choices.bodies), none })}
          ${selectInput(place, { name: 'action-line', label: t('roles.action-line'), choices: coded(place, choices.lines), none })}
          ${selectInput(place, { name: 'region', label: t('organizations.region'), choices: named(place, choices.regions), none })}`
    }
  </fieldset>`
}

export const lastDayInput = (place: FormPlace): Html =>
  textInput(place, {
    name: 'to',
    label: place.visit.t('roles.to'),
    hint: place.visit.t('roles.to.hint'),
    type: 'date',
    isRequired: false,
  })

export const roleReason = (place: FormPlace): Html =>
  textArea(place, {
    name: 'reason',
    label: place.visit.t('accounts.reason'),
    hint: place.visit.t('accounts.reason.optional'),
    isRequired: false,
    maxLength: 10_000,
  })

export type RoleToEnd = {
  role: { id: string; person: string; name: string; role: GrantedRole; scope: Scope | null }
  scopeName: Translated | null
}

export function endRolePage(visit: Visit, { role, scopeName }: RoleToEnd, entered: Entered): Page {
  const { t } = visit
  const place = { visit, entered }
  return formPage({
    title: t('roles.end'),
    lead: t('roles.end.lead'),
    about: definitionList([
      { term: t('noun.role'), content: t(`role.${role.role}`) },
      { term: t('roles.scope'), content: scopeName ? spokenText(t, scopeName) : null },
      { term: t('people.name'), content: html`<bdi>${role.name}</bdi>` },
    ]),
    form: formPart(place, { submit: t('roles.end.button'), tone: 'grave', content: roleReason(place) }),
  })
}

const named = ({ visit }: FormPlace, nodes: { code: string; name: Translated }[]): Choice[] =>
  nodes.map(({ code, name }) => ({ value: code, label: inLanguage(name, visit.language)?.text ?? code }))

const coded = (place: FormPlace, nodes: { code: string; name: Translated }[]): Choice[] =>
  named(place, nodes).map(({ value, label }) => ({ value, label: `${value} ${label}` }))
