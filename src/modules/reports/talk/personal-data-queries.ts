import type { PersonalDataOf } from '#platform/access/personal-data.ts'
import './tables.ts'

/** What a person has said of drafts. It stays with the draft when they leave; their name stands nowhere in it. */
export const talkOfPerson: PersonalDataOf = async (db, { id }) => {
  const comments = await db
    .selectFrom('report_comments')
    .select(['id', 'section', 'quote', 'text', 'state', 'commented_at'])
    .where('author', '=', id)
    .orderBy('commented_at')
    .execute()
  const replies = await db
    .selectFrom('report_replies')
    .select(['id', 'comment', 'text', 'replied_at'])
    .where('author', '=', id)
    .orderBy('replied_at')
    .execute()
  const suggestions = await db
    .selectFrom('report_suggestions')
    .select(['id', 'section', 'before', 'after', 'why', 'state', 'suggested_at'])
    .where('author', '=', id)
    .orderBy('suggested_at')
    .execute()
  const of = (holding: string, rows: Awaited<ReturnType<PersonalDataOf>>[number]['rows']) => ({
    holding,
    title: 'personal-data.report-talk' as const,
    why: 'personal-data.report-talk.why' as const,
    rows,
  })
  return [of('report-talk', [...comments, ...replies, ...suggestions])]
}
