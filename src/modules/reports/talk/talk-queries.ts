import { sql, type RawBuilder } from 'kysely'
import type { Actor } from '#platform/access/actor.ts'
import type { Db } from '#platform/database/tables.ts'
import type { LanguageCode } from '#platform/languages.ts'
import { translationsFor } from '#platform/texts/texts.ts'
import { draftsSeenBy } from '../report-queries.ts'
import { paragraphsOf, type Paragraph } from './anchor.ts'
import type { Comment, Reply, Suggestion, TalkFigures } from './talk.ts'
import './tables.ts'

/** What is open of the sections of a report, by section. */
export async function talkFigures(db: Db, report: string): Promise<Map<string, TalkFigures>> {
  const found = await sql<{ section: string } & TalkFigures>`
    select s.id as section,
      (select count(*)::int from report_comments c where c.section = s.id and c.state = 'open') as comments,
      (select count(*)::int from report_suggestions g where g.section = s.id and g.state = 'open') as suggestions
    from report_sections s where s.report = ${report}`.execute(db)
  return new Map(found.rows.map(({ section, ...figures }) => [section, figures]))
}

/** Comments `c` that fit, of reports `r` of which the actor sees or saw the draft; the latest first. */
export async function commentsWhere(db: Db, actor: Actor, where: RawBuilder<unknown>): Promise<Comment[]> {
  const found = await sql<Comment>`
    select c.id, c.report, c.section, c.language, c.quote, c.text, c.author, c.state,
      c.settled_by as "settledBy", c.settled_at as "settledAt", c.revision, c.commented_at as "commentedAt"
    from report_comments c join reports r on r.id = c.report
    where ${where} and ${draftsSeenBy(actor)} order by c.commented_at desc, c.id desc`.execute(db)
  return found.rows
}

/** Suggestions `g` that fit, in the same way. */
export async function suggestionsWhere(
  db: Db,
  actor: Actor,
  where: RawBuilder<unknown>,
): Promise<Suggestion[]> {
  const found = await sql<Suggestion>`
    select g.id, g.report, g.section, g.language, g.place, g.before, g.after, g.why, g.author, g.state,
      g.decided_by as "decidedBy", g.decided_at as "decidedAt", g.reason, g.revision,
      g.suggested_at as "suggestedAt"
    from report_suggestions g join reports r on r.id = g.report
    where ${where} and ${draftsSeenBy(actor)} order by g.suggested_at desc, g.id desc`.execute(db)
  return found.rows
}

export const commentById = async (db: Db, actor: Actor, id: string): Promise<Comment | null> =>
  (await commentsWhere(db, actor, sql`c.id = ${id}`))[0] ?? null

export const suggestionById = async (db: Db, actor: Actor, id: string): Promise<Suggestion | null> =>
  (await suggestionsWhere(db, actor, sql`g.id = ${id}`))[0] ?? null

/** What was answered to some comments, in the order in which it was said. */
export async function repliesTo(db: Db, comments: readonly string[]): Promise<Map<string, Reply[]>> {
  if (comments.length === 0) return new Map()
  const rows = await db
    .selectFrom('report_replies')
    .select(['id', 'comment', 'text', 'author', 'replied_at as repliedAt'])
    .where('comment', 'in', [...comments])
    .orderBy('replied_at')
    .orderBy('id')
    .execute()
  return Map.groupBy(rows, ({ comment }) => comment)
}

/** The texts of some sections as they stand, with their paragraphs; each text is taken apart once. */
export async function textsNow(
  db: Db,
  sections: readonly string[],
): Promise<(section: string, language: LanguageCode) => { text: string; paragraphs: Paragraph[] }> {
  const ids = [...new Set(sections)]
  const known = await translationsFor(
    db,
    ids.map((id) => ({ kind: 'report-section', id })),
  )
  const kept = new Map<string, { text: string; paragraphs: Paragraph[] }>()
  return (section, language) => {
    const key = `${section} ${language}`
    const text = known('report-section', section)?.[language]?.['text']?.text ?? ''
    const found = kept.get(key) ?? { text, paragraphs: paragraphsOf(text) }
    kept.set(key, found)
    return found
  }
}
