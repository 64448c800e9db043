import type { GrantedRole } from '#platform/access/actor.ts'
import { languageCodes, languages } from '#platform/languages.ts'
import { pagination } from '#platform/ui/facets.ts'
import { formPage } from '#platform/ui/form-page.ts'
import { formPart, selectInput, textInput, type FormPlace } from '#platform/ui/form.ts'
import { html, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { definitionList } from '#platform/ui/lists.ts'
import { emptyState } from '#platform/ui/notices.ts'
import { table } from '#platform/ui/table.ts'
import { dateText, pageHead, spoken, unseen } from '#platform/ui/text.ts'
import type { Entered } from '#platform/web/form-resource.ts'
import type { Listing, Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { accountPaths } from '../../paths.ts'
import type { InvitationRecord } from '../invitation-routes.ts'
import type { ScopeChoices } from '../scope-choice-queries.ts'
import { lastDayInput, roleInput, roleReason, scopeInputs } from './role-pages.ts'

type NewInvitation = { roles: GrantedRole[]; choices: ScopeChoices | null }

export function newInvitationPage(visit: Visit, { roles, choices }: NewInvitation, entered: Entered): Page {
  const { t } = visit
  const organization = visit.query.get('organization')
  const place: FormPlace = {
    visit,
    entered,
    present: { language: visit.language, ...(organization ? { organization } : {}) },
  }
  const email = { name: 'email', label: t('people.email'), hint: t('invitations.email.hint') }
  return formPage({
    title: t('invitations.new'),
    lead: t('invitations.new.lead'),
    crumbs: [{ label: t('invitations.title'), path: accountPaths.invitations }],
    form: formPart(place, {
      submit: t('invitations.send'),
      content: html`${textInput(place, { ...email, type: 'email', isRequired: true, maxLength: 254 })}
      ${languageInput(place, t('invitations.language'))} ${roleInput(place, roles)}
      ${scopeInputs(place, choices)} ${lastDayInput(place)} ${roleReason(place)}`,
    }),
  })
}

export const languageInput = (place: FormPlace, label: string): Html =>
  selectInput(place, {
    name: 'language',
    label,
    choices: languageCodes.map((code) => ({
      value: code,
      label: languages[code].endonym,
      language: languages[code].tag,
    })),
  })

export function invitationsPage(visit: Visit, { rows, total, next }: Listing<InvitationRecord>): Page {
  const { t } = visit
  return {
    title: t('invitations.title'),
    unlisted: true,
    alternates: [
      { type: 'application/json', path: '.json', title: t('organizations.as-json') },
      { type: 'text/csv', path: '.csv', title: t('organizations.as-csv') },
    ],
    main: html`${pageHead({ title: t('invitations.title'), lead: t('invitations.lead') })}
      <p><a href="${linkTo(visit, accountPaths.newInvitation)}">${t('invitations.new')}</a></p>
      ${rows.length === 0 ? emptyState({ title: t('invitations.none') }) : invitationTable(visit, rows, total)}
      ${pagination(visit, next)}`,
  }
}

const invitationTable = (visit: Visit, rows: InvitationRecord[], total: number): Html => {
  const { t } = visit
  return table({
    id: 'invitations',
    caption: t('invitations.count', { count: total }),
    columns: [
      { label: t('people.email') },
      { label: t('noun.role') },
      { label: t('roles.scope') },
      { label: t('invitations.expires') },
      { label: t('roles.steps'), unseenLabel: true },
    ],
    rows: rows.map((row) => [
      html`<bdi dir="ltr">${row.email ?? ''}</bdi>`,
      row.role.label,
      row.scope === null ? '' : spoken(t, row.scope.name),
      dateText(t, row.expires.slice(0, 10)),
      html`<a href="${linkTo(visit, accountPaths.invitationWithdrawal(row.id))}"
        >${t('invitations.withdraw')} ${unseen(row.email ?? '')}</a
      >`,
    ]),
  })
}

export function withdrawInvitationPage(visit: Visit, row: InvitationRecord, entered: Entered): Page {
  const { t } = visit
  return formPage({
    title: t('invitations.withdraw'),
    crumbs: [{ label: t('invitations.title'), path: accountPaths.invitations }],
    about: [
      definitionList([
        { term: t('people.email'), content: row.email && html`<bdi dir="ltr">${row.email}</bdi>` },
      ]),
      offer(visit, row),
    ],
    form: formPart({ visit, entered }, { submit: t('invitations.withdraw'), tone: 'grave', content: html`` }),
  })
}

/** The address that it went to is not shown: whoever found the link need not learn it. */
export const acceptancePage = (visit: Visit, row: InvitationRecord, entered: Entered): Page =>
  formPage({
    title: visit.t('invitations.accept.title'),
    lead: visit.t('invitations.accept.lead'),
    about: offer(visit, row),
    form: formPart({ visit, entered }, { submit: visit.t('invitations.accept.button'), content: html`` }),
  })

const offer = (visit: Visit, row: InvitationRecord): Html =>
  definitionList([
    { term: visit.t('noun.role'), content: row.role.label },
    { term: visit.t('roles.scope'), content: row.scope && spoken(visit.t, row.scope.name) },
    { term: visit.t('invitations.expires'), content: dateText(visit.t, row.expires.slice(0, 10)) },
  ])
