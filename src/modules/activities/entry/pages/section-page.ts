import { addressOf } from '#platform/web/address.ts'
import { formPage } from '#platform/ui/form-page.ts'
import { formPart } from '#platform/ui/form.ts'
import { html, type Html } from '#platform/ui/html.ts'
import { languages } from '#platform/languages.ts'
import type { Entered } from '#platform/web/form-resource.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { activityPaths } from '../../paths.ts'
import { sectionTitle, type EntrySubject, type Section } from '../sections/section.ts'
import { sections } from '../sections/sections.ts'

/** One section of the form, with the way to the others. */
export function sectionPage(visit: Visit, section: Section, subject: EntrySubject, entered: Entered): Page {
  const { t } = visit
  const { activity } = subject
  const place = { visit, entered, present: section.present(subject) }
  const title = t(sectionTitle(section.name))
  const page = formPage({
    title,
    lead: html`${t('activities.written-in', { language: languages[activity.language].endonym })}`,
    crumbs: [
      { label: t('activities.own'), path: activityPaths.myEntries },
      { label: activity.content.title || t('activities.untitled'), path: activityPaths.entry(activity.id) },
    ],
    about: sectionWays(visit, activity.id, section.name),
    form: formPart(place, {
      submit: t('activities.save'),
      version: activity.revision,
      hasFiles: section.files !== undefined,
      content: section.inputs(place, subject),
    }),
  })
  return { ...page, script: 'entry' }
}

/** The sections as a list of links; the present one is marked. */
export const sectionWays = (visit: Visit, id: string, present: string | null): Html =>
  html`<nav class="section-ways" aria-label="${visit.t('activities.sections')}">
    <ol>
      ${sections.map(
        ({ name }) =>
          html`<li>
            <a
              href="${addressOf(visit.language, activityPaths.section(id, name))}"
              ${name === present ? html`aria-current="step"` : ''}
              >${visit.t(sectionTitle(name))}</a
            >
          </li>`,
      )}
    </ol>
  </nav>`
