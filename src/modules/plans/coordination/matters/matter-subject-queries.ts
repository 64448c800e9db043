import { sql } from 'kysely'
import type { Scope } from '#platform/access/actor.ts'
import type { Db } from '#platform/database/tables.ts'
import type { LanguageCode } from '#platform/languages.ts'
import type { SubjectKind } from '#platform/past/subject.ts'
import type { TextKind } from '#platform/texts/texts.ts'
import { isStaff } from '../staff.ts'
import { taskForcePaths } from '../task-force-paths.ts'
import { matterThing } from './matter.ts'
import { mattersSeenBy, mattersWhere, withMatterWords } from './matter-queries.ts'

/** The history of a matter: to everybody what happened while everybody could read it. */
export const matterSubject: SubjectKind = {
  kind: 'task-force-matter',
  noun: 'task-force-matter',
  seenBy: (actor) =>
    isStaff(actor)
      ? sql`true`
      : sql`exists (select from task_force_matters m where m.id = h.subject_id and ${mattersSeenBy(actor)} and h.at >= m.opened_at)`,
  named: async ({ db, actor, language }, ids) => {
    const matters = await mattersWhere(db, sql`m.id = any(${[...ids]}::text[]) and ${mattersSeenBy(actor)}`)
    const read = await withMatterWords(db, matters, language)
    return new Map(
      read.map(({ matter: { id }, words }) => [
        id,
        { label: words.title?.text ?? id, path: taskForcePaths.matter(id) },
      ]),
    )
  },
}

/** What translators find of matters. */
export const matterTexts: TextKind = {
  name: 'noun.task-force-matter',
  fields: {
    title: 'plans.field.title',
    text: 'task-force.matter.text',
    outcome: 'task-force.matter.outcome',
  },
  titlesOf,
  pathOf: taskForcePaths.matter,
  ownersOf: async (db, id) => {
    const [matter] = await mattersWhere(db, sql`m.id = ${id}`)
    const within: Scope[] = matter === undefined ? [] : [...(matterThing(matter).within ?? [])]
    return { owners: [], within }
  },
}

async function titlesOf(db: Db, ids: string[], language: LanguageCode): Promise<Map<string, string>> {
  const read = await withMatterWords(db, await mattersWhere(db, sql`m.id = any(${ids}::text[])`), language)
  return new Map(read.map(({ matter, words }) => [matter.id, words.title?.text ?? matter.id]))
}
