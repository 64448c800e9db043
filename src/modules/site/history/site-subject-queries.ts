import { seenByAll } from '#platform/past/seen-queries.ts'
import type { SubjectKind } from '#platform/past/subject.ts'
import { sitePaths } from '../paths.ts'

/** What the platform itself does. */
export const siteSubjects: readonly SubjectKind[] = [
  {
    kind: 'schema',
    noun: 'schema',
    seenBy: seenByAll,
    named: async ({ t }, ids) =>
      new Map(ids.map((id) => [id, { label: t('noun.schema'), path: sitePaths.about }])),
  },
]
