import { sql } from 'kysely'
import type { SubjectKind } from '#platform/past/subject.ts'
import { isStaff } from '../staff.ts'
import { taskForcePaths } from '../task-force-paths.ts'
import { itemTitles } from '../../item-queries.ts'

/** The history of what was decided of two items is for the staff; the public reads the outcome on the pages of the items. */
export const overlapSubject: SubjectKind = {
  kind: 'plan-overlap',
  noun: 'plan-overlap',
  seenBy: (actor) => (isStaff(actor) ? sql`true` : sql`false`),
  named: async ({ db, actor, language }, pairs) => {
    const titles = await itemTitles(
      db,
      actor,
      [...new Set(pairs.flatMap((pair) => pair.split('-')))],
      language,
    )
    const titleOf = (id: string) => titles.get(id)?.title?.text ?? id
    return new Map(
      pairs.map((pair) => [
        pair,
        { label: pair.split('-').map(titleOf).join(' ↔ '), path: taskForcePaths.overlap(pair) },
      ]),
    )
  },
}
