import { sql } from 'kysely'
import { may } from '#platform/access/rights.ts'
import type { Db } from '#platform/database/tables.ts'
import type { LanguageCode } from '#platform/languages.ts'
import type { SubjectKind } from '#platform/past/subject.ts'
import type { TextKind } from '#platform/texts/texts.ts'
import { asCall, callTitles, withWords } from './call-queries.ts'
import { callPaths } from './call-paths.ts'
import { callRights } from './call-rights.ts'

/** How the history tells of calls: to the public from the day on which they were opened, and nothing of letters and reminders. */
export const callSubject: SubjectKind = {
  kind: 'call',
  noun: 'call',
  seenBy: (actor) =>
    may(callRights, 'make', actor, { state: 'draft' })
      ? sql`true`
      : sql`exists (select from calls c where c.id = h.subject_id and h.at >= c.opened_at
          and h.act in ('activities.open-call', 'activities.edit-call', 'activities.word-call',
            'activities.close-call', 'activities.reopen-call'))`,
  named: async ({ db, actor, language }, ids) =>
    new Map(
      [...(await callTitles(db, actor, ids, language))].map(([id, { text }]) => [
        id,
        { label: text, path: callPaths.call(id) },
      ]),
    ),
}

/** Title and letter are translated in the workbench where the secretariat does not give them itself. */
export const callTexts: TextKind = {
  name: 'noun.call',
  fields: { title: 'calls.field.title', letter: 'calls.letter' },
  titlesOf,
  pathOf: callPaths.call,
  ownersOf: async () => ({ owners: [], within: [] }),
}

async function titlesOf(db: Db, ids: string[], language: LanguageCode): Promise<Map<string, string>> {
  const rows = await db.selectFrom('calls').selectAll().where('id', 'in', ids).execute()
  const read = await withWords(db, rows.map(asCall), language)
  return new Map(read.map(({ call, words }) => [call.id, words.title?.text ?? call.id]))
}
