import { formPage } from '#platform/ui/form-page.ts'
import { formPart, textInput, tickBox, type FormPlace } from '#platform/ui/form.ts'
import { html, when, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { definitionList } from '#platform/ui/lists.ts'
import { table } from '#platform/ui/table.ts'
import { dateText, spokenText } from '#platform/ui/text.ts'
import type { Entered } from '#platform/web/form-resource.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import type { ClaimRow } from '../../organizations/claim-queries.ts'
import { accountPaths } from '../../paths.ts'
import { languageInput } from '../../roles/pages/invitation-pages.ts'
import { tokenPaths } from '../../tokens/token-paths.ts'
import { securityPaths } from '../../sign-in/sign-in-paths.ts'
import type { OwnAccount } from '../account-routes.ts'
import { roleTable } from './person-page.ts'

export function accountPage(visit: Visit, { person, roles, claims }: OwnAccount, entered: Entered): Page {
  const { t } = visit
  const place: FormPlace = {
    visit,
    entered,
    present: {
      name: person.name,
      'own-name': person.ownName ?? '',
      language: person.language,
      public: person.nameIsPublic ? 'yes' : '',
    },
  }
  return formPage({
    title: t('account.title'),
    lead: t('account.lead'),
    about: [
      definitionList([
        { term: t('people.email'), content: person.email && html`<bdi dir="ltr">${person.email}</bdi>` },
      ]),
      waysOn(visit),
    ],
    form: profileForm(place, person.updated.toISOString()),
    after: [roleTable(visit, roles, person.id), ...ownClaims(visit, claims)],
  })
}

const profileForm = (place: FormPlace, version: string): Html => {
  const { t } = place.visit
  const own = { name: 'own-name', label: t('people.own-name'), hint: t('people.own-name.hint') }
  const shown = { name: 'public', label: t('account.public'), hint: t('account.public.hint') }
  return formPart(place, {
    version,
    submit: t('account.save'),
    content: html`${textInput(place, { name: 'name', label: t('people.name'), isRequired: true, autocomplete: 'name', maxLength: 200 })}
    ${textInput(place, { ...own, isRequired: false, maxLength: 200 })}
    ${languageInput(place, t('account.language'))} ${tickBox(place, shown)}`,
  })
}

const waysOn = (visit: Visit): Html =>
  html`<nav aria-label="${visit.t('account.ways')}">
    <ul class="steps">
      <li><a href="${linkTo(visit, accountPaths.address)}">${visit.t('account.address.title')}</a></li>
      <li><a href="${linkTo(visit, securityPaths.overview)}">${visit.t('security.title')}</a></li>
      <li>
        <a href="${linkTo(visit, tokenPaths.overview)}">${visit.t('tokens.title')}</a>
      </li>
      <li>
        <a href="${linkTo(visit, accountPaths.organizations)}">${visit.t('account.find-organization')}</a>
      </li>
      <li><a href="${linkTo(visit, accountPaths.accountData)}">${visit.t('account.data.title')}</a></li>
      <li><a href="${linkTo(visit, accountPaths.accountErasure)}">${visit.t('account.erasure.title')}</a></li>
    </ul>
  </nav>`

const ownClaims = (visit: Visit, claims: ClaimRow[]): Html[] =>
  claims.length === 0
    ? []
    : [
        table({
          id: 'claims',
          caption: visit.t('account.claims'),
          columns: [
            { label: visit.t('noun.organization') },
            { label: visit.t('claims.asked') },
            { label: visit.t('organizations.state') },
            { label: visit.t('accounts.reason') },
            { label: visit.t('roles.steps'), unseenLabel: true },
          ],
          rows: claims.map((claim) => [
            html`<a href="${linkTo(visit, accountPaths.organization(claim.organization))}"
              >${spokenText(visit.t, claim.organizationName)}</a
            >`,
            dateText(visit.t, claim.asked.toISOString().slice(0, 10)),
            visit.t(`state.claim.${claim.state}`),
            html`<bdi>${claim.reason ?? ''}</bdi>`,
            when(
              claim.state === 'asked',
              () =>
                html`<a href="${linkTo(visit, accountPaths.claimWithdrawal(claim.id))}"
                  >${visit.t('claims.withdraw')}</a
                >`,
            ),
          ]),
        }),
      ]
