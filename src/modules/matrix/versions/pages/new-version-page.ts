import { formPage } from '#platform/ui/form-page.ts'
import { formPart, textArea } from '#platform/ui/form.ts'
import { html } from '#platform/ui/html.ts'
import type { Entered } from '#platform/web/form-resource.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { crumbsOfVersions } from './version-page.ts'

/** Says how many links will be frozen, and asks why. */
export function newVersionPage(visit: Visit, { links }: { links: number }, entered: Entered): Page {
  const { t } = visit
  const place = { visit, entered }
  return formPage({
    title: t('matrix.version.publish'),
    lead: t('matrix.version.publish.lead'),
    crumbs: crumbsOfVersions(visit),
    about: html`<p>${t('matrix.version.freezes', { count: links })}</p>`,
    form: formPart(place, {
      submit: t('matrix.version.publish'),
      content: textArea(place, {
        name: 'note',
        label: t('matrix.version.note'),
        hint: t('matrix.version.note.hint'),
        isRequired: true,
        maxLength: 2000,
      }),
    }),
  })
}
