import type { Db, Tx } from '#platform/database/tables.ts'
import { permit } from '#platform/access/rights.ts'
import type { LanguageCode } from '#platform/languages.ts'
import { holdTexts, writeSources } from '#platform/texts/texts.ts'
import type { By } from '../activity-commands.ts'
import { callRights } from './call-rights.ts'
import { callFields, callThing, isPublicCall, type Call, type CallField } from './call.ts'
import { changeCall, lockCall } from './held-call-commands.ts'
import { wordsIn } from './word-queries.ts'

type Words = { language: LanguageCode; words: Record<CallField, string> }

/**
 * Title and letter in one language. The secretariat has its letters translated before it sends them, so that what it gives in
 * a further language is an original too; what it leaves out waits for the translators.
 */
export const changeWords = (
  db: Db,
  { actor, at, id, revision, ...given }: By & Words & { id: string; revision?: number },
): Promise<void> =>
  db.transaction().execute(async (tx) => {
    const call = await lockCall(tx, { actor }, id, revision)
    permit(callRights, 'edit', actor, callThing(call))
    await holdTexts(tx, [{ kind: 'call', id }])
    await changeCall(tx, call, {}, { actor, at, act: 'word-call', facts: { language: given.language } })
    await writeWords(tx, call, given, { actor, at })
  })

/** The same for a call that is held already. */
export async function writeWords(tx: Tx, call: Call, given: Words, { actor, at }: By): Promise<void> {
  const sources = given.language === call.language ? given.words : await wordsIn(tx, call.id, call.language)
  const texts = callFields.map((field) => ({
    kind: 'call',
    id: call.id,
    field,
    language: call.language,
    text: sources[field],
    ...(given.language === call.language ? {} : { alsoIn: { [given.language]: given.words[field] } }),
    visibility: isPublicCall(call) ? ('public' as const) : ('secretariat' as const),
  }))
  await writeSources(tx, { bundle: `call/${call.id}`, texts }, actor.id, at)
}

/** The words of a call that has just been opened are for everybody. */
export const showWords = async (tx: Tx, call: Call, by: By): Promise<void> =>
  writeWords(tx, call, { language: call.language, words: await wordsIn(tx, call.id, call.language) }, by)
