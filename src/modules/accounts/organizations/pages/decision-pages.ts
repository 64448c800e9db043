import { inLanguage } from '#platform/languages.ts'
import { formPage } from '#platform/ui/form-page.ts'
import { choiceGroup, formPart, textArea, textInput, type FormPlace } from '#platform/ui/form.ts'
import { html, type Html } from '#platform/ui/html.ts'
import { cardList, definitionList } from '#platform/ui/lists.ts'
import { spokenText } from '#platform/ui/text.ts'
import type { Entered } from '#platform/web/form-resource.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { accountPaths } from '../../paths.ts'
import type { NamedOrganization } from '../organization-queries.ts'
import { organizationRow } from '../organization-shape.ts'
import { organizationCard } from './organizations-page.ts'

type WithSimilar = { row: NamedOrganization; similar: NamedOrganization[] }

export function approvalPage(visit: Visit, { row, similar }: WithSimilar, entered: Entered): Page {
  const { t } = visit
  const place = { visit, entered }
  return formPage({
    title: t('organizations.decide'),
    crumbs: crumbsOf(visit, row),
    about: [summary(visit, row), similarOnes(visit, similar)],
    form: formPart(place, {
      submit: t('organizations.decide.button'),
      content: html`${choiceGroup(place, {
        name: 'decision',
        label: t('organizations.decision'),
        kind: 'radio',
        choices: [
          { value: 'approve', label: t('action.organization.approve') },
          { value: 'decline', label: t('action.organization.decline') },
        ],
      })}
      ${reasonField(place, t('organizations.reason.decline'))}`,
    }),
  })
}

export function mergerPage(visit: Visit, { row, similar }: WithSimilar, entered: Entered): Page {
  const { t } = visit
  const place = { visit, entered }
  const into = { name: 'into', label: t('organizations.into'), hint: t('organizations.into.hint') }
  return formPage({
    title: t('organizations.merge'),
    lead: t('organizations.merge.lead'),
    crumbs: crumbsOf(visit, row),
    about: similarOnes(visit, similar),
    form: formPart(place, {
      submit: t('organizations.merge.button'),
      tone: 'grave',
      content: html`${textInput(place, { ...into, isRequired: true, direction: 'ltr', maxLength: 200 })}
      ${reasonField(place, t('accounts.reason.optional'))}`,
    }),
  })
}

export function closurePage(visit: Visit, row: NamedOrganization, entered: Entered): Page {
  const { t } = visit
  const place = { visit, entered }
  return formPage({
    title: t('organizations.close'),
    lead: t('organizations.close.lead'),
    crumbs: crumbsOf(visit, row),
    form: formPart(place, {
      submit: t('organizations.close.button'),
      tone: 'grave',
      content: reasonField(place, t('accounts.reason.public')),
    }),
  })
}

/** Reasons stand in the history for good: no names or addresses belong there. */
export const reasonField = (place: FormPlace, hint: string): Html =>
  textArea(place, { name: 'reason', label: place.visit.t('accounts.reason'), hint, maxLength: 10_000 })

export const crumbsOf = (visit: Visit, row: Pick<NamedOrganization, 'id' | 'name'>): Page['crumbs'] => [
  { label: visit.t('organizations.title'), path: accountPaths.organizations },
  { label: inLanguage(row.name, visit.language)?.text ?? row.id, path: accountPaths.organization(row.id) },
]

const summary = (visit: Visit, row: NamedOrganization): Html => {
  const { t } = visit
  return definitionList([
    { term: t('organizations.name'), content: spokenText(t, row.name) },
    { term: t('organizations.type'), content: spokenText(t, row.typeName ?? {}) },
    { term: t('organizations.country'), content: row.countryName && spokenText(t, row.countryName) },
    { term: t('organizations.website'), content: row.website && html`<bdi dir="ltr">${row.website}</bdi>` },
    { term: t('organizations.ror'), content: row.ror && html`<code>${row.ror}</code>` },
  ])
}

const similarOnes = (visit: Visit, similar: NamedOrganization[]): Html =>
  html`<section aria-labelledby="similar">
    <h2 id="similar">${visit.t('organizations.similar')}</h2>
    ${
      similar.length === 0
        ? html`<p class="muted">${visit.t('organizations.similar.none')}</p>`
        : cardList(
            similar.map((row) => ({
              ...organizationCard(visit, organizationRow(visit, row)),
              text: html`<code>${row.id}</code>`,
            })),
            { level: 3 },
          )
    }
  </section>`
