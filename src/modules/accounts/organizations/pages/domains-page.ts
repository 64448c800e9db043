import { formPage } from '#platform/ui/form-page.ts'
import { formPart, hiddenInput, stepButton, textInput } from '#platform/ui/form.ts'
import { html, type Html } from '#platform/ui/html.ts'
import { table } from '#platform/ui/table.ts'
import type { Entered } from '#platform/web/form-resource.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { accountPaths } from '../../paths.ts'
import type { NamedOrganization } from '../organization-queries.ts'
import { crumbsOf } from './decision-pages.ts'

type Subject = {
  row: NamedOrganization
  domains: { domain: string; verified_at: Date | null }[]
}

export function domainsPage(visit: Visit, subject: Subject, entered: Entered): Page {
  const { t } = visit
  const place = { visit, entered }
  const domain = { name: 'domain', label: t('organizations.domain'), hint: t('organizations.domain.hint') }
  return formPage({
    title: t('organizations.domains'),
    lead: t('organizations.domains.lead'),
    crumbs: crumbsOf(visit, subject.row),
    about: domainTable(visit, subject),
    form: formPart(place, {
      submit: t('organizations.domain.add'),
      content: html`${hiddenInput('step', 'list')}
      ${textInput(place, { ...domain, isRequired: true, direction: 'ltr', maxLength: 253 })}`,
    }),
  })
}

const domainTable = (visit: Visit, subject: Subject): Html => {
  const { t } = visit
  if (subject.domains.length === 0) return html`<p class="muted">${t('organizations.domains.none')}</p>`
  return table({
    id: 'domains',
    caption: t('organizations.domains'),
    columns: [
      { label: t('organizations.domain') },
      { label: t('organizations.state') },
      { label: t('roles.steps'), unseenLabel: true },
    ],
    rows: subject.domains.map(({ domain, verified_at }) => [
      html`<code>${domain}</code>`,
      verified_at === null ? t('organizations.domain.unverified') : t('organizations.domain.verified'),
      html`${verified_at === null ? button(visit, subject.row.id, domain, 'verify') : ''}
      ${button(visit, subject.row.id, domain, 'drop')}`,
    ]),
  })
}

const button = (visit: Visit, id: string, domain: string, step: 'verify' | 'drop'): Html =>
  stepButton(visit, {
    action: accountPaths.organizationPart(id, 'domains'),
    label: visit.t(step === 'verify' ? 'organizations.domain.verify' : 'organizations.domain.drop'),
    fields: { step, domain },
    about: domain,
  })
