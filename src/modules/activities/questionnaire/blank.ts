import type { LanguageCode } from '#platform/languages.ts'
import type { Activity } from '../activity.ts'
import type { ActivityCodes } from '../codes-queries.ts'
import { emptyContent } from '../content.ts'
import type { EntrySubject } from '../entry/sections/section.ts'

/** What a questionnaire asks about before there is an entry: nothing is said yet but the language. */
export const blankSubject = (codes: ActivityCodes, language: LanguageCode): EntrySubject => ({
  activity: { ...blankActivity, language },
  codes,
  contact: null,
  organizations: [],
  speaks: () => [],
})

const never = new Date(0)

const blankActivity: Activity = {
  id: '',
  state: 'draft',
  organization: null,
  contributor: '',
  language: 'en',
  externalKey: null,
  content: emptyContent,
  published: null,
  publishedRevision: null,
  publishedOrganization: null,
  publishedLanguage: null,
  revision: 0,
  createdAt: never,
  updatedAt: never,
  submittedAt: null,
  firstPublishedAt: null,
  changedAt: null,
  confirmedAt: null,
  confirmOn: null,
  archiveOn: null,
  returned: null,
  approvedBy: null,
  moderator: null,
  mergedInto: null,
  call: null,
  licence: 'CC-BY-4.0',
  import: null,
  isExample: false,
}
