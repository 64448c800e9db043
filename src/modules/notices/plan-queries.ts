import type { Scope } from '#platform/access/actor.ts'
import type { Db } from '#platform/database/tables.ts'
import { languageCodes, type Translated } from '#platform/languages.ts'
import { translationsFor } from '#platform/texts/texts.ts'

/** What a notice needs to know of a comment on a plan. */
export async function planCommentOf(
  db: Db,
  id: string,
): Promise<{ author: string; plan: Translated; leadBy: Scope[] } | null> {
  const found = await db
    .selectFrom('plan_comments as c')
    .innerJoin('plans as p', 'p.id', 'c.plan')
    .select(['c.author', 'p.id as plan', 'p.action_line as line', 'p.lead'])
    .where('c.id', '=', id)
    .executeTakeFirst()
  if (found === undefined) return null
  const words = (await translationsFor(db, [{ kind: 'plan-header', id: found.plan }]))(
    'plan-header',
    found.plan,
  )
  const titles = languageCodes.flatMap((code) => {
    const text = words?.[code]?.['title']?.text
    return text ? [[code, text]] : []
  })
  return {
    author: found.author,
    plan: Object.fromEntries(titles) as Translated,
    leadBy: [`body:${found.lead}`, ...(found.line === null ? [] : [`action-line:${found.line}` as const])],
  }
}
