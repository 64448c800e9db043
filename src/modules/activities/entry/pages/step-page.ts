import { formPage } from '#platform/ui/form-page.ts'
import { formPart, textArea } from '#platform/ui/form.ts'
import { html, when, type Html } from '#platform/ui/html.ts'
import { notice } from '#platform/ui/notices.ts'
import type { Entered } from '#platform/web/form-resource.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import type { LikelyRecord } from '../../likeness/likely-shape.ts'
import { likelyPart } from '../../likeness/pages/likely-part.ts'
import { activityPaths } from '../../paths.ts'
import type { EntryRecord } from '../entry-shape.ts'
import type { OfferedStep } from '../steps.ts'
import { missingList, usesPart } from './uses-part.ts'

/** Says what a step does before it is taken. */
export function stepPage(
  visit: Visit,
  name: OfferedStep,
  entry: EntryRecord,
  { entered, duplicates }: { entered: Entered; duplicates: LikelyRecord[] },
): Page {
  const { t } = visit
  const missing = missingBefore(name, entry)
  const isComplete = missing.length === 0
  // What is missing stands above by its name, with the way to it.
  const place = { visit, entered: isComplete ? entered : { ...entered, issues: [] } }
  return formPage({
    title: t(`activities.step.${name}`),
    lead: t(leadOf(name, entry)),
    crumbs: [
      { label: t('activities.own'), path: activityPaths.myEntries },
      { label: entry.content.title || t('activities.untitled'), path: activityPaths.entry(entry.id) },
    ],
    about: html`${missingPart(visit, entry.id, missing)}
    ${likelyPart(visit, duplicates, { lead: t('likeness.lead') })}`,
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
    after: name === 'send' && isComplete ? usesPart(visit, entry) : html``,
  })
}

const leadOf = (name: OfferedStep, { publishedRevision }: EntryRecord) =>
  name === 'send' && publishedRevision !== null
    ? ('activities.step.send.update' as const)
    : (`activities.step.${name}.lead` as const)

type Missing = EntryRecord['missing'][number]['issues']

/** Without what the Stocktaking asks for nothing is sent. */
const missingBefore = (name: OfferedStep, { missing }: EntryRecord): Missing =>
  name === 'send' ? missing.flatMap(({ use, issues }) => (use === 'stocktaking' ? issues : [])) : []

const missingPart = (visit: Visit, id: string, missing: Missing): Html | '' =>
  when(missing.length > 0, () =>
    notice(
      html`<p>${visit.t('activities.step.send.missing', { count: missing.length })}</p>
        ${missingList(visit, id, missing)}`,
      'warning',
    ),
  )
