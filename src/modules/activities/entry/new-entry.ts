import type { Selectable, Updateable } from 'kysely'
import { take } from '#platform/access/workflow.ts'
import type { Tables } from '#platform/database/tables.ts'
import type { Issue } from '#platform/errors.ts'
import type { LanguageCode } from '#platform/languages.ts'
import type { By } from '../activity-commands.ts'
import { activityRights } from '../activity-rights.ts'
import { activityWorkflow } from '../activity-workflow.ts'
import { asThing, newActivityId, type Activity, type Licence } from '../activity.ts'
import { emptyContent, type ActivityContent } from '../content.ts'
import { missingFor } from '../uses.ts'
import type { Contact } from './contact-commands.ts'

export type NewEntry = By & {
  language: LanguageCode
  organization: string | null
  content: Partial<ActivityContent>
  externalKey?: string | null
  licence?: Licence
  call?: string | null
  contact?: Contact | null
  isExample?: boolean
}

/** A draft as it begins. */
export const newRow = (entry: NewEntry): Selectable<Tables['activities']> => ({
  id: newActivityId(),
  state: activityWorkflow.start,
  organization: entry.organization,
  contributor: entry.actor.id,
  language: entry.language,
  external_key: entry.externalKey ?? null,
  content: { ...emptyContent, ...entry.content },
  published: null,
  published_revision: null,
  published_organization: null,
  published_language: null,
  revision: 1,
  created_at: entry.at,
  updated_at: entry.at,
  submitted_at: null,
  first_published_at: null,
  changed_at: null,
  confirmed_at: null,
  confirm_on: null,
  archive_on: null,
  returned: null,
  approved_by: null,
  approved_at: null,
  moderator: null,
  merged_into: null,
  call: entry.call ?? null,
  licence: entry.licence ?? 'CC-BY-4.0',
  import: null,
  is_example: entry.isExample ?? false,
})

export type Sending = {
  step: 'submit' | 'update'
  columns: Updateable<Tables['activities']>
  /** The entry after it. */
  activity: Activity
}

/** What becomes of an entry that is sent to the secretariat, or what it lacks. */
export function sendingOf(before: Activity, { actor, at }: By): { issues: Issue[] } | Sending {
  const step = before.published === null ? 'submit' : 'update'
  const state = take(activityWorkflow, activityRights, step, actor, asThing(before))
  const issues = missingFor('stocktaking', { ...before, hasContact: false })
  if (issues.length > 0) return { issues }
  return {
    step,
    columns: { state, submitted_at: at, returned: null, approved_by: null, approved_at: null },
    activity: {
      ...before,
      ...{ state, submittedAt: at, returned: null, updatedAt: at, revision: before.revision + 1 },
    },
  }
}
