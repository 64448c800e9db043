import { formPage } from '#platform/ui/form-page.ts'
import { formPart, textArea } from '#platform/ui/form.ts'
import { html } from '#platform/ui/html.ts'
import type { Entered } from '#platform/web/form-resource.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import type { LikelyRecord } from '../../likeness/likely-shape.ts'
import { likelyPart } from '../../likeness/pages/likely-part.ts'
import { activityPaths } from '../../paths.ts'
import type { EntryRecord } from '../entry-shape.ts'
import type { OfferedStep } from '../steps.ts'

/** Says what a step does before it is taken. */
export function stepPage(
  visit: Visit,
  name: OfferedStep,
  entry: EntryRecord,
  { entered, duplicates }: { entered: Entered; duplicates: LikelyRecord[] },
): Page {
  const { t } = visit
  const place = { visit, entered }
  return formPage({
    title: t(`activities.step.${name}`),
    lead: t(`activities.step.${name}.lead`),
    crumbs: [
      { label: t('activities.own'), path: activityPaths.myEntries },
      { label: entry.content.title || t('activities.untitled'), path: activityPaths.entry(entry.id) },
    ],
    about: html`${likelyPart(visit, duplicates, { lead: t('likeness.lead') })}`,
    form: formPart(place, {
      submit: t(`activities.step.${name}`),
      version: entry.revision,
      tone: name === 'discard' || name === 'archive' ? 'grave' : 'plain',
      content:
        name === 'archive'
          ? textArea(place, {
              name: 'reason',
              label: t('activities.field.reason'),
              isRequired: false,
              rows: 3,
            })
          : html``,
    }),
  })
}
