import { sql, type RawBuilder } from 'kysely'
import type { Actor } from '#platform/access/actor.ts'
import type { SubjectKind } from '#platform/past/subject.ts'
import { itemTitles } from './item-queries.ts'
import { planPaths } from './paths.ts'
import { isInsider, plansSeenBy, planTitles } from './plan-queries.ts'

/** How the history tells of plans and their items: to everybody from the moment on which a plan was opened. */
export const planSubjects: SubjectKind[] = [
  {
    kind: 'plan',
    noun: 'plan',
    seenBy: (actor) => seenSince(actor, sql`p.id = h.subject_id`),
    named: async ({ db, actor, language }, ids) =>
      new Map(
        [...(await planTitles(db, actor, ids, language))].map(([id, { text }]) => [
          id,
          { label: text, path: planPaths.plan(id) },
        ]),
      ),
  },
  {
    kind: 'plan-item',
    noun: 'plan-item',
    seenBy: (actor) =>
      seenSince(actor, sql`p.id = (select i.plan from plan_items i where i.id = h.subject_id)`),
    named: async ({ db, actor, language }, ids) =>
      new Map(
        [...(await itemTitles(db, actor, ids, language))].map(([id, { code, title }]) => [
          id,
          { label: `${code} ${title?.text ?? ''}`.trim(), path: planPaths.item(id) },
        ]),
      ),
  },
]

/** Whoever sees a draft sees all that happened to it; others what happened since it was opened. */
export const seenSince = (actor: Actor, isSubject: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`exists (select from plans p where ${isSubject} and ${plansSeenBy(actor)}
    and (h.at >= p.opened_at or ${isInsider(actor)}))`
