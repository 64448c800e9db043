import { addressOf } from '#platform/web/address.ts'
import { formPage } from '#platform/ui/form-page.ts'
import { formPart, hiddenInput } from '#platform/ui/form.ts'
import { html, type Html } from '#platform/ui/html.ts'
import { languages } from '#platform/languages.ts'
import type { Entered } from '#platform/web/form-resource.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { activityPaths } from '../../paths.ts'
import { openedField } from '../conflict.ts'
import { sectionTitle, type EntrySubject, type Section } from '../sections/section.ts'
import { sections } from '../sections/sections.ts'
import { draftsPart } from './drafts-part.ts'

export type ShownSection = {
  section: Section
  subject: EntrySubject
  entered: Entered
  /** Of the section as it is now. */
  version: string
}

/** One section of the form, with the way to the others. */
export function sectionPage(visit: Visit, { section, subject, entered, version }: ShownSection): Page {
  const { t } = visit
  const { activity } = subject
  const place = { visit, entered, present: section.present(subject) }
  const page = formPage({
    title: t(sectionTitle(section.name)),
    lead: html`${t('activities.written-in', { language: languages[activity.language].endonym })}`,
    crumbs: sectionCrumbs(visit, subject),
    about: html`${draftsPart(visit, activity.id)} ${sectionWays(visit, activity.id, section.name)}`,
    form: formPart(place, {
      submit: t('activities.save'),
      version,
      hasFiles: section.files !== undefined,
      keptFor: visit.actor.person,
      content: html`${decidedFields(entered)} ${section.inputs(place, subject)}`,
    }),
  })
  return { ...page, script: 'entry' }
}

/** What was decided already between two texts. */
const decidedFields = ({ values }: Entered): Html =>
  html`${Object.entries(values).flatMap(([name, value]) =>
    name === openedField || name.startsWith('keep') ? [hiddenInput(name, [value].flat()[0] ?? '')] : [],
  )}`

export const sectionCrumbs = ({ t }: Visit, { activity }: EntrySubject): Page['crumbs'] => [
  { label: t('activities.own'), path: activityPaths.myEntries },
  { label: activity.content.title || t('activities.untitled'), path: activityPaths.entry(activity.id) },
]

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
