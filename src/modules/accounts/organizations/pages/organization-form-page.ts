import { visibilities } from '#platform/access/visibility.ts'
import { inLanguage, languageCodes, languages } from '#platform/languages.ts'
import { formPage } from '#platform/ui/form-page.ts'
import { formPart, selectInput, textInput, type Choice, type FormPlace } from '#platform/ui/form.ts'
import { html, when, type Html } from '#platform/ui/html.ts'
import type { Entered } from '#platform/web/form-resource.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { accountPaths } from '../../paths.ts'
import type { OrganizationCodes } from '../code-queries.ts'
import { presentOf } from '../organization-fields.ts'
import { membershipKinds, type OrganizationRow } from '../organization.ts'

export type OrganizationForm = {
  /** Null for a new one. */
  row: OrganizationRow | null
  codes: OrganizationCodes
  mayClassify: boolean
}

export function organizationFormPage(visit: Visit, subject: OrganizationForm, entered: Entered): Page {
  const { t } = visit
  const { row } = subject
  const place: FormPlace = { visit, entered, present: row === null ? {} : presentOf(row) }
  return formPage({
    title: row === null ? t('organizations.propose') : t('organizations.edit'),
    lead: row === null ? t('organizations.propose.lead') : undefined,
    crumbs: [
      { label: t('organizations.title'), path: accountPaths.organizations },
      ...(row === null
        ? []
        : [
            {
              label: inLanguage(row.name, visit.language)?.text ?? row.id,
              path: accountPaths.organization(row.id),
            },
          ]),
    ],
    form: formPart(place, {
      version: row?.revision,
      submit: row === null ? t('organizations.propose.button') : t('organizations.save'),
      content: html`${names(place)} ${described(place, subject.codes)} ${identifiers(place)}
      ${when(subject.mayClassify, () => standing(place))}`,
    }),
  })
}

/** One name is enough; each in its own language and direction. */
const names = (place: FormPlace): Html =>
  html`<fieldset>
    <legend>${place.visit.t('organizations.names')}</legend>
    <p class="hint">${place.visit.t('organizations.names.hint')}</p>
    ${languageCodes.map((code) =>
      textInput(place, {
        name: `name-${code}`,
        label: languages[code].endonym,
        language: languages[code].tag,
        direction: languages[code].direction,
        maxLength: 200,
      }),
    )}
  </fieldset>`

const described = (place: FormPlace, codes: OrganizationCodes): Html => {
  const { t } = place.visit
  const isRequired = false
  return html`${textInput(place, { name: 'acronym', label: t('organizations.acronym'), isRequired, maxLength: 40 })}
  ${selectInput(place, { name: 'type', label: t('organizations.type'), choices: choices(place, codes.types), none: t('organizations.choose') })}
  ${selectInput(place, { name: 'country', label: t('organizations.country'), choices: sorted(place, choices(place, codes.countries)), none: t('organizations.no-country') })}
  ${selectInput(place, { name: 'region', label: t('organizations.region'), hint: t('organizations.region.hint'), choices: choices(place, codes.regions), none: t('organizations.no-region') })}
  ${textInput(place, { name: 'website', label: t('organizations.website'), type: 'url', isRequired, maxLength: 200 })}`
}

const identifiers = (place: FormPlace): Html => {
  const { t } = place.visit
  const field = { isRequired: false, direction: 'ltr', maxLength: 200 } as const
  return html`${textInput(place, { name: 'ror', label: t('organizations.ror'), hint: t('organizations.ror.hint'), ...field })}
  ${textInput(place, { name: 'iati', label: t('organizations.iati'), hint: t('organizations.iati.hint'), ...field })}`
}

const standing = (place: FormPlace): Html => {
  const { t } = place.visit
  return html`${selectInput(place, {
    name: 'membership',
    label: t('organizations.membership'),
    choices: membershipKinds
      .map((value) => ({ value, label: t(`organizations.membership.${value}`) }))
      .toReversed(),
  })}
  ${selectInput(place, {
    name: 'visibility',
    label: t('organizations.visibility'),
    choices: visibilities.map((value) => ({ value, label: t(`visibility.${value}`) })),
  })}`
}

const choices = ({ visit }: FormPlace, nodes: OrganizationCodes['types']): Choice[] =>
  nodes.map(({ code, label, short }) => {
    const said = inLanguage(short, visit.language) ?? inLanguage(label, visit.language)
    return { value: code, label: said?.text ?? code }
  })

/** In the order of the reader's alphabet. */
const sorted = ({ visit }: FormPlace, all: Choice[]): Choice[] => {
  const collator = new Intl.Collator(visit.t.language.locale)
  return all.toSorted((one, other) => collator.compare(one.label, other.label))
}
