import { formPage } from '#platform/ui/form-page.ts'
import { formPart, hiddenInput } from '#platform/ui/form.ts'
import { html } from '#platform/ui/html.ts'
import type { Entered } from '#platform/web/form-resource.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { reasonField } from '../../organizations/pages/decision-pages.ts'
import { accountPaths } from '../../paths.ts'
import type { PersonRecord } from '../person-shape.ts'

/** Shutting out and letting in again are one page: the state says which of the two can be done. */
export function accessPage(visit: Visit, person: PersonRecord, entered: Entered): Page {
  const { t } = visit
  const place = { visit, entered }
  const isDisabled = person.state.code === 'disabled'
  return formPage({
    title: isDisabled
      ? t('people.enable.title', { name: person.name })
      : t('people.disable.title', { name: person.name }),
    lead: isDisabled ? t('people.enable.lead') : t('people.disable.lead'),
    crumbs: [
      { label: t('people.title'), path: accountPaths.people },
      { label: person.name, path: accountPaths.person(person.id) },
    ],
    form: formPart(place, {
      submit: isDisabled ? t('people.enable') : t('people.disable'),
      tone: isDisabled ? 'plain' : 'grave',
      content: html`${hiddenInput('step', isDisabled ? 'enable' : 'disable')}
      ${reasonField(place, isDisabled ? t('accounts.reason.optional') : t('accounts.reason.history'))}`,
    }),
  })
}
