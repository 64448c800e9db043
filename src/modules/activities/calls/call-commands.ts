import { permit } from '#platform/access/rights.ts'
import { take } from '#platform/access/workflow.ts'
import type { Db } from '#platform/database/tables.ts'
import type { Issue } from '#platform/errors.ts'
import type { LanguageCode } from '#platform/languages.ts'
import { holdTexts } from '#platform/texts/texts.ts'
import type { By } from '../activity-commands.ts'
import { newActivityId } from '../activity.ts'
import { asCall } from './call-queries.ts'
import { callRights } from './call-rights.ts'
import { callWorkflow } from './call-workflow.ts'
import { callThing, callZone, type CallField } from './call.ts'
import { changeCall, lockCall, noteCall } from './held-call-commands.ts'
import type { CallStep } from './steps.ts'
import { showWords, writeWords } from './word-commands.ts'

export type CallDates = { opensOn: string; cutOff: string; remindDays: number | null }

export type NewCall = By &
  CallDates & { language: LanguageCode; words: Record<CallField, string>; isExample?: boolean }

/** A draft with its words in one language; the others and the target list come after. */
export const startCall = (db: Db, call: NewCall): Promise<{ issues: Issue[] } | { id: string }> =>
  db.transaction().execute(async (tx) => {
    const { actor, at, language, opensOn, cutOff, remindDays, words, isExample = false } = call
    permit(callRights, 'make', actor, { state: callWorkflow.start })
    const issues = issuesOfDates(call)
    if (issues.length > 0) return { issues }
    const row = await tx
      .insertInto('calls')
      .values({
        id: newActivityId(),
        state: callWorkflow.start,
        language,
        opens_on: opensOn,
        cut_off: cutOff,
        zone: callZone,
        remind_days: remindDays,
        revision: 1,
        created_at: at,
        updated_at: at,
        is_example: isExample,
      })
      .returningAll()
      .executeTakeFirstOrThrow()
    const made = asCall(row)
    await noteCall(tx, made, { actor, at, act: 'make-call' }, { from: null, to: made.state })
    await writeWords(tx, made, { language, words }, { actor, at })
    return { id: made.id }
  })

/** Another opening day, cut-off or reminder. Who was reminded of an earlier cut-off is reminded of the new one again. */
export const changeDates = (
  db: Db,
  { actor, at, id, revision, ...dates }: By & CallDates & { id: string; revision: number },
): Promise<{ issues: Issue[] } | { id: string }> =>
  db.transaction().execute(async (tx) => {
    const call = await lockCall(tx, { actor }, id, revision)
    permit(callRights, 'edit', actor, callThing(call))
    const issues = issuesOfDates(dates)
    if (issues.length > 0) return { issues }
    const isMoved = dates.cutOff !== call.cutOff
    if (isMoved)
      await tx.updateTable('call_letters').set({ reminded_at: null }).where('call', '=', id).execute()
    const columns = {
      opens_on: dates.opensOn,
      cut_off: dates.cutOff,
      remind_days: dates.remindDays,
      ...(isMoved ? { reminded_at: null } : {}),
    }
    await changeCall(tx, call, columns, { actor, at, act: 'edit-call' })
    return { id }
  })

function issuesOfDates({ opensOn, cutOff }: CallDates): Issue[] {
  return cutOff < opensOn ? [{ field: 'cut-off', key: 'calls.cut-off-before-opening' }] : []
}

/** Opens a call to everybody, closes it, opens it again, or throws a draft away. */
export const takeCallStep = (
  db: Db,
  step: CallStep,
  { actor, at, id, revision }: By & { id: string; revision?: number },
): Promise<void> =>
  db.transaction().execute(async (tx) => {
    const call = await lockCall(tx, { actor }, id, revision)
    const state = take(callWorkflow, callRights, step, actor, callThing(call))
    await holdTexts(tx, [{ kind: 'call', id }])
    const columns = {
      state,
      opened_at: state === 'discarded' ? null : (call.openedAt ?? at),
      closed_at: state === 'closed' ? at : null,
    }
    await changeCall(tx, call, columns, { actor, at, act: `${step}-call` })
    // Translators have seen the words of the draft; from now on everybody does.
    if (step === 'open') await showWords(tx, { ...call, state }, { actor, at })
  })
