import { seenByAll } from '#platform/past/seen-queries.ts'
import type { SubjectKind } from '#platform/past/subject.ts'
import type { TextKind } from '#platform/texts/texts.ts'
import { loadingSubject } from '../links/link.ts'
import { matrixPaths } from '../paths.ts'
import { versionTextKind } from './version.ts'

/** How the history tells of versions, and of the loading of what is shipped. */
export const versionSubjects: readonly SubjectKind[] = [
  {
    kind: versionTextKind,
    noun: versionTextKind,
    seenBy: seenByAll,
    related: async (_visit, id) => (id === '1' ? [loadingSubject] : []),
    named: async ({ t }, ids) =>
      new Map(
        ids.map((id) => [id, { label: t('matrix.version', { number: id }), path: matrixPaths.version(id) }]),
      ),
  },
  {
    kind: loadingSubject.kind,
    noun: 'matrix',
    seenBy: seenByAll,
    named: async ({ t }, ids) =>
      new Map(ids.map((id) => [id, { label: t('matrix.title'), path: matrixPaths.matrix }])),
  },
]

/** Why a version was published is translated in the workbench. */
export const versionTexts: TextKind = {
  name: 'noun.matrix-version',
  fields: { note: 'matrix.version.note' },
  titlesOf: async (_db, ids) => new Map(ids.map((id) => [id, id])),
  pathOf: matrixPaths.version,
  ownersOf: async () => ({ owners: [], within: [] }),
}
