import { inLanguage } from '#platform/languages.ts'
import { pagination } from '#platform/ui/facets.ts'
import { formPage } from '#platform/ui/form-page.ts'
import { choiceGroup, formPart, textArea } from '#platform/ui/form.ts'
import { html, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { definitionList } from '#platform/ui/lists.ts'
import { emptyState } from '#platform/ui/notices.ts'
import { table } from '#platform/ui/table.ts'
import { dateText, pageHead, spoken, spokenText } from '#platform/ui/text.ts'
import type { Entered } from '#platform/web/form-resource.ts'
import type { Listing, Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { accountPaths } from '../../paths.ts'
import type { ClaimRow } from '../claim-queries.ts'
import type { ClaimRecord } from '../claim-shape.ts'
import type { NamedOrganization } from '../organization-queries.ts'
import { crumbsOf, reasonField } from './decision-pages.ts'

export function askClaimPage(visit: Visit, row: NamedOrganization, entered: Entered): Page {
  const { t } = visit
  const place = { visit, entered }
  const name = inLanguage(row.name, visit.language)?.text ?? row.id
  const words = { name: 'words', label: t('claims.words'), hint: t('claims.words.hint') }
  return formPage({
    title: t('claims.ask', { organization: name }),
    lead: t('claims.ask.lead'),
    crumbs: crumbsOf(visit, row),
    form: formPart(place, {
      submit: t('claims.ask.button'),
      content: textArea(place, { ...words, isRequired: false, maxLength: 10_000 }),
    }),
  })
}

export function claimsPage(visit: Visit, { rows, total, next }: Listing<ClaimRecord>): Page {
  const { t } = visit
  return {
    title: t('claims.title'),
    unlisted: true,
    alternates: [
      { type: 'application/json', path: '.json', title: t('organizations.as-json') },
      { type: 'text/csv', path: '.csv', title: t('organizations.as-csv') },
    ],
    main: html`${pageHead({ title: t('claims.title'), lead: t('claims.lead') })}
    ${rows.length === 0 ? emptyState({ title: t('claims.none') }) : claimTable(visit, rows, total)}
    ${pagination(visit, next)}`,
  }
}

const claimTable = (visit: Visit, rows: ClaimRecord[], total: number): Html => {
  const { t } = visit
  return table({
    id: 'claims',
    caption: t('claims.count', { count: total }),
    columns: [
      { label: t('people.name') },
      { label: t('noun.organization') },
      { label: t('people.email') },
      { label: t('claims.asked') },
    ],
    rows: rows.map((row) => [
      html`<a href="${linkTo(visit, accountPaths.claim(row.id))}"><bdi>${row.person.name}</bdi></a>`,
      html`<a href="${linkTo(visit, accountPaths.organization(row.organization.id))}"
        >${spoken(t, row.organization.name)}</a
      >`,
      html`<bdi dir="ltr">${row.person.email ?? ''}</bdi>`,
      dateText(t, row.asked.slice(0, 10)),
    ]),
  })
}

/** Whoever decides sees the address: it is what tells most. */
export function claimPage(visit: Visit, claim: ClaimRow, entered: Entered): Page {
  const { t } = visit
  const place = { visit, entered }
  return formPage({
    title: t('noun.claim'),
    crumbs: [{ label: t('claims.title'), path: accountPaths.claims }],
    about: claimFacts(visit, claim),
    form: formPart(place, {
      submit: t('claims.answer'),
      content: html`${choiceGroup(place, {
        name: 'decision',
        label: t('organizations.decision'),
        kind: 'radio',
        choices: [
          { value: 'grant', label: t('action.claim.grant') },
          { value: 'refuse', label: t('action.claim.refuse') },
        ],
      })}
      ${reasonField(place, t('claims.reason.hint'))}`,
    }),
  })
}

export function withdrawalPage(visit: Visit, claim: ClaimRow, entered: Entered): Page {
  const { t } = visit
  return formPage({
    title: t('claims.withdraw'),
    crumbs: [{ label: t('account.title'), path: accountPaths.account }],
    about: claimFacts(visit, claim),
    form: formPart({ visit, entered }, { submit: t('claims.withdraw'), content: html`` }),
  })
}

const claimFacts = (visit: Visit, claim: ClaimRow): Html => {
  const { t } = visit
  return definitionList([
    { term: t('noun.organization'), content: spokenText(t, claim.organizationName) },
    { term: t('people.name'), content: html`<bdi>${claim.personName}</bdi>` },
    { term: t('people.email'), content: claim.email && html`<bdi dir="ltr">${claim.email}</bdi>` },
    { term: t('claims.asked'), content: dateText(t, claim.asked.toISOString().slice(0, 10)) },
    { term: t('claims.words'), content: claim.words && html`<bdi>${claim.words}</bdi>` },
  ])
}
