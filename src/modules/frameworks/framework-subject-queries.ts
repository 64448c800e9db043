import { seenByAll } from '#platform/past/seen-queries.ts'
import type { SubjectKind } from '#platform/past/subject.ts'
import { frameworkPaths } from './paths.ts'

/** How the history tells of the code trees, which are loaded as a whole. */
export const frameworkSubjects: readonly SubjectKind[] = [
  {
    kind: 'frameworks',
    noun: 'frameworks',
    seenBy: seenByAll,
    named: async ({ t }, ids) =>
      new Map(ids.map((id) => [id, { label: t('noun.frameworks'), path: frameworkPaths.actionLines }])),
  },
]
