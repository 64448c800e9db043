import type { Actor, Scope } from '#platform/access/actor.ts'
import { permit } from '#platform/access/rights.ts'
import type { Db, Tx } from '#platform/database/tables.ts'
import type { Issue } from '#platform/errors.ts'
import { record } from '#platform/history.ts'
import type { LanguageCode, Translated } from '#platform/languages.ts'
import { holdTexts } from '#platform/texts/texts.ts'
import { Stale } from '#platform/web/form-resource.ts'
import { dutyRights } from './keeping-rights.ts'
import { ownersThing, standsForScopes } from './kept-duty.ts'
import { bodyTree } from './kept-duty-queries.ts'
import { keepPlanWords } from '../wording/said-commands.ts'
import { keepingParts } from './kept-content-queries.ts'
import { lockedDuty } from './owner-commands.ts'
import { planOfDuty } from './plan-queries.ts'
import type { Plan } from './owner.ts'

export type PlanRequest = {
  actor: Actor
  at: Date
  duty: string
  /** Revision of the plan that the writer has read; 0 when there was none. */
  version: number
  /** The language in which the texts are given. */
  language: LanguageCode
  text: string
  milestones: { day: string; text: string }[]
}

/** Writes the next revision of a plan; the earlier ones stay. */
export async function writePlan(db: Db, { actor, at, duty: id, ...asked }: PlanRequest): Promise<Issue[]> {
  return db.transaction().execute(async (tx) => {
    const duty = await lockedDuty(tx, id)
    permit(dutyRights, 'plan', actor, ownersThing(duty, await bodyTree(tx)))
    const before = await planOfDuty(tx, id)
    if ((before?.revision ?? 0) !== asked.version) throw new Stale()
    await storePlan(tx, id, nextPlan(before, asked), { by: actor.id, for: standsFor(actor), at })
    const subject = { kind: 'duty-keeping', id }
    const facts = { revision: asked.version + 1, milestones: asked.milestones.length }
    const parts = await keepingParts(tx, id)
    await holdTexts(tx, [{ kind: 'plan', id }])
    await record(tx, { act: 'mandates.write-plan', subject, actor: actor.id, facts, parts }, at)
    await keepPlanWords(tx, id, { actor: actor.id, at })
    return []
  })
}

/** In whose name somebody speaks when nobody asks: the first body or organization that they stand for. */
export const standsFor = (actor: Actor): Scope | null => standsForScopes(actor)[0] ?? null

type NextPlan = Omit<Plan, 'writtenAt' | 'writtenFor'>

/** A changed original leaves its translations behind: they said something else. A translation changes nothing but itself. */
function nextPlan(
  before: Plan | null,
  { language, text, milestones, version }: Omit<PlanRequest, 'actor' | 'at' | 'duty'>,
): NextPlan {
  const original = before?.original ?? language
  const merged = (old: Translated | undefined, said: string): Translated => {
    const isOld = old !== undefined && (language !== original || old[language] === said)
    return { ...(isOld ? old : {}), [language]: said }
  }
  const body = merged(before?.text, text)
  return {
    revision: version + 1,
    text: body,
    original: original in body ? original : language,
    milestones: milestones.map(({ day, text: said }, place) => ({
      day,
      text: merged(before?.milestones[place]?.text, said),
    })),
  }
}

async function storePlan(
  tx: Tx,
  duty: string,
  { revision, text, original, milestones }: NextPlan,
  written: { by: string; for: Scope | null; at: Date },
) {
  await tx
    .insertInto('duty_plans')
    .values({
      duty,
      revision,
      body: JSON.stringify(text),
      original_language: original,
      written_by: written.by,
      written_for: written.for,
      written_at: written.at,
    })
    .execute()
  const rows = milestones.map((one, place) => ({
    duty,
    revision,
    place,
    day: one.day,
    text: JSON.stringify(one.text),
  }))
  if (rows.length > 0) await tx.insertInto('duty_milestones').values(rows).execute()
}
