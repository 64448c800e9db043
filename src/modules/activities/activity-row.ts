import type { Selectable } from 'kysely'
import type { Tables } from '#platform/database/tables.ts'
import type { Activity } from './activity.ts'
import './tables.ts'

/** A row as the rest of the module knows it. */
export const asActivity = (row: Selectable<Tables['activities']>): Activity => ({
  id: row.id,
  state: row.state,
  organization: row.organization,
  contributor: row.contributor,
  language: row.language,
  externalKey: row.external_key,
  content: row.content,
  published: row.published,
  publishedRevision: row.published_revision,
  publishedOrganization: row.published_organization,
  publishedLanguage: row.published_language,
  revision: row.revision,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
  submittedAt: row.submitted_at,
  firstPublishedAt: row.first_published_at,
  changedAt: row.changed_at,
  confirmedAt: row.confirmed_at,
  confirmOn: row.confirm_on,
  archiveOn: row.archive_on,
  returned: row.returned,
  approvedBy: row.approved_by,
  moderator: row.moderator,
  mergedInto: row.merged_into,
  call: row.call,
  licence: row.licence,
  import: row.import,
  isExample: row.is_example,
})
