import type { Db } from '#platform/database/tables.ts'
import { makeComment } from '../consultation/comment-commands.ts'
import { disposeComment } from '../consultation/disposition-commands.ts'
import type { MadePlan } from './demo-item-commands.ts'
import { keeperOf, signedIn } from './demo-people.ts'
import type { DemoEvent, DemoPlan } from './demo-plans.ts'
import { translate } from './demo-translation-commands.ts'
import { sound } from './sound.ts'

/** Somebody comments in their language; translators bring the others. */
export async function commentOn(
  db: Db,
  plan: DemoPlan,
  own: MadePlan,
  { key, by, isNamed, item, language, text }: DemoEvent & { does: 'comment' },
  at: Date,
): Promise<void> {
  const made = await makeComment(db, {
    actor: signedIn(by),
    at,
    plan: own.id,
    item: item === null ? null : (own.items.get(item) ?? ''),
    organization: null,
    named: isNamed,
    language,
    text: text[language],
  })
  const { id } = sound(`${plan.name}: ${key}`, made)
  own.comments.set(key, id)
  await translate(db, { kind: 'plan-comment', id, language }, { text }, ['text'], at)
}

/** Those who lead the plan say what becomes of it, in the language of the plan. */
export async function dispose(
  db: Db,
  plan: DemoPlan,
  own: MadePlan,
  { comment, disposition, reply }: DemoEvent & { does: 'dispose' },
  at: Date,
): Promise<void> {
  const { language } = plan
  const id = own.comments.get(comment) ?? ''
  await disposeComment(db, { actor: keeperOf(plan), at, id, disposition, language, reply: reply[language] })
  await translate(db, { kind: 'plan-comment', id, language }, { reply }, ['reply'], at)
}
