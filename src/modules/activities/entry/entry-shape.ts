import { z } from 'zod'
import { openSteps } from '#platform/access/workflow.ts'
import { issueSentence } from '#platform/errors.ts'
import { languageCodes } from '#platform/languages.ts'
import type { Visit } from '#platform/web/visit.ts'
import { activityRights } from '../activity-rights.ts'
import { activityWorkflow } from '../activity-workflow.ts'
import { activityStates, asThing, licences, returnReasons } from '../activity.ts'
import { contentShape } from '../content-shape.ts'
import { missingFor, uses } from '../uses.ts'
import type { EntrySubject } from './sections/section.ts'
import { sectionOf } from './sections/sections.ts'
import { sectionNames } from './sections/section.ts'

const steps = Object.keys(activityWorkflow.steps) as [keyof typeof activityWorkflow.steps]

/** An entry as its keepers see it. */
export const entryShape = z.object({
  id: z.string(),
  state: z.enum(activityStates),
  /** Whether the work differs from what the public reads. */
  hasUnsentChanges: z.boolean(),
  organization: z.string().nullable(),
  language: z.enum(languageCodes),
  externalKey: z.string().nullable(),
  licence: z.enum(licences),
  content: contentShape,
  publishedRevision: z.int().nullable(),
  revision: z.int(),
  updatedAt: z.iso.datetime(),
  submittedAt: z.iso.datetime().nullable(),
  confirmOn: z.iso.date().nullable(),
  archiveOn: z.iso.date().nullable(),
  returned: z.object({ reasons: z.array(z.enum(returnReasons)), words: z.string() }).nullable(),
  mergedInto: z.string().nullable(),
  /** The call that it answers. */
  call: z.string().nullable(),
  /** What is missing for each use, worded; empty when the entry is ready for it. */
  missing: z.array(
    z.object({
      use: z.enum(uses),
      issues: z.array(z.object({ field: z.string(), section: z.enum(sectionNames), sentence: z.string() })),
    }),
  ),
  /** What the reader can do with it now. */
  steps: z.array(z.enum(steps)),
  mayEdit: z.boolean(),
  example: z.boolean(),
})

export type EntryRecord = z.infer<typeof entryShape>

export function entryRecord(
  { t, actor }: Visit,
  { activity, contact }: Pick<EntrySubject, 'activity' | 'contact'>,
): EntryRecord {
  const thing = asThing(activity)
  const checked = { ...activity, hasContact: contact !== null }
  return {
    id: activity.id,
    state: activity.state,
    hasUnsentChanges: hasUnsentChanges(activity),
    organization: activity.organization,
    language: activity.language,
    externalKey: activity.externalKey,
    licence: activity.licence,
    content: activity.content,
    publishedRevision: activity.publishedRevision,
    revision: activity.revision,
    updatedAt: activity.updatedAt.toISOString(),
    submittedAt: activity.submittedAt?.toISOString() ?? null,
    confirmOn: activity.confirmOn,
    archiveOn: activity.archiveOn,
    returned: activity.returned,
    mergedInto: activity.mergedInto,
    call: activity.call,
    missing: uses.map((use) => ({
      use,
      issues: missingFor(use, checked).map((issue) => ({
        field: issue.field,
        section: sectionOf(issue.field),
        sentence: issueSentence(t, issue),
      })),
    })),
    steps: openSteps(activityWorkflow, activityRights, actor, thing),
    mayEdit: activityRights.actions.edit.in?.includes(activity.state) ?? false,
    example: activity.isExample,
  }
}

const hasUnsentChanges = ({
  published,
  content,
  organization,
  publishedOrganization,
}: EntrySubject['activity']) =>
  published !== null &&
  (JSON.stringify(published) !== JSON.stringify(content) || organization !== publishedOrganization)
