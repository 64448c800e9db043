import { seenByAll, seenByRoles } from '#platform/past/seen-queries.ts'
import type { SubjectKind } from '#platform/past/subject.ts'
import { translationPaths } from '../paths.ts'

const workers = ['translator', 'secretariat', 'administrator'] as const

/** How the history tells of translating. Texts of records that are not public are among the bundles. */
export const translationSubjects: readonly SubjectKind[] = [
  {
    kind: 'texts',
    noun: 'texts',
    seenBy: seenByRoles(...workers),
    named: async ({ t }, ids) =>
      new Map(ids.map((id) => [id, { label: `${t('noun.texts')}: ${id}`, path: translationPaths.list }])),
  },
  {
    kind: 'terms',
    noun: 'terms',
    seenBy: seenByAll,
    named: async ({ t }, ids) =>
      new Map(ids.map((id) => [id, { label: t('noun.terms'), path: translationPaths.terms }])),
  },
  {
    kind: 'translation-import',
    noun: 'translation-file',
    seenBy: seenByRoles(...workers),
    named: async ({ t }, ids) =>
      new Map(
        ids.map((id) => [id, { label: t('noun.translation-file'), path: translationPaths.report(id) }]),
      ),
  },
]
