import { sql } from 'kysely'
import type { Db } from '#platform/database/tables.ts'
import type { LanguageCode } from '#platform/languages.ts'
import type { SubjectKind } from '#platform/past/subject.ts'
import { textsOf, type TextKind } from '#platform/texts/texts.ts'
import { isInsider, plansSeenBy, planTitles, plansWhere } from '../plan-queries.ts'
import { planThing } from '../plan.ts'
import { commentPaths } from './comment-paths.ts'
import './tables.ts'

/**
 * How the history tells of comments. That somebody has commented is told only to those who lead the plan and to themselves: a
 * line names the role in which somebody acts, and who comments as "a person" has not agreed to that.
 */
export const commentSubject: SubjectKind = {
  kind: 'plan-comment',
  noun: 'plan-comment',
  seenBy: (actor) =>
    sql`exists (select from plan_comments c join plans p on p.id = c.plan
      where c.id = h.subject_id and ${plansSeenBy(actor)}
      and (h.act not in ('plans.comment', 'plans.withdraw-comment') or h.actor = ${actor.id} or ${isInsider(actor)}))`,
  named: async ({ db, actor, language, t }, ids) => {
    const rows = await db
      .selectFrom('plan_comments')
      .select(['id', 'plan'])
      .where('id', 'in', [...ids])
      .execute()
    const titles = await planTitles(db, actor, [...new Set(rows.map(({ plan }) => plan))], language)
    return new Map(
      rows.map(({ id, plan }) => [
        id,
        {
          label: t('comments.on', { title: titles.get(plan)?.text ?? plan }),
          path: commentPaths.comment(id),
        },
      ]),
    )
  },
}

/** Comments and replies as translators find them. */
export const commentTexts: TextKind = {
  name: 'noun.plan-comment',
  fields: { text: 'comments.text', reply: 'comments.reply' },
  titlesOf,
  pathOf: commentPaths.comment,
  ownersOf: async (db, id) => {
    const row = await db
      .selectFrom('plan_comments')
      .select(['author', 'plan'])
      .where('id', '=', id)
      .executeTakeFirst()
    const [plan] = row === undefined ? [] : await plansWhere(db, sql`p.id = ${row.plan}`)
    return {
      owners: row === undefined ? [] : [row.author],
      within: [...((plan && planThing(plan).within) ?? [])],
    }
  },
}

const titleLetters = 80

/** The beginning of what was said. */
async function titlesOf(db: Db, ids: string[], language: LanguageCode): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('plan_comments')
    .select('id')
    .where('id', 'in', ids)
    .where('state', '=', 'published')
    .execute()
  const texts = await textsOf(
    db,
    rows.map(({ id }) => ({ kind: 'plan-comment', id })),
    language,
  )
  return new Map(
    rows.map(({ id }) => [id, texts.get('plan-comment', id)['text']?.text.slice(0, titleLetters) ?? id]),
  )
}
