import type { Tx } from '#platform/database/tables.ts'
import { languageCodes, type LanguageCode, type Translated } from '#platform/languages.ts'
import { removeTexts, writeSources, type SourceText } from '#platform/texts/texts.ts'

const dutyFields = ['verb', 'deliverable', 'deadline'] as const

/**
 * Puts the words of a revision's duties and paraphrases, which only the parser or a person here has given, among the texts
 * that translators work on. Call it whenever they have changed: only what is different is written. The register's own words
 * are complete in six languages and stay out.
 */
export async function keepWording(
  tx: Tx,
  revision: string,
  { actor, at }: { actor: string; at: Date },
): Promise<void> {
  const first = await firstLanguage(tx, revision)
  const texts = [...(await dutyTexts(tx, revision, first)), ...(await paraphrases(tx, revision, first))]
  await writeSources(tx, { bundle: `wording/${revision}`, texts }, actor, at)
  const kept = new Set(texts.map(({ kind, id }) => `${kind} ${id}`))
  const before = await tx
    .selectFrom('texts')
    .select(['kind', 'id'])
    .distinct()
    .where('bundle', '=', `wording/${revision}`)
    .execute()
  const gone = before.filter(({ kind, id }) => !kept.has(`${kind} ${id}`))
  if (gone.length > 0) await removeTexts(tx, gone, actor, at)
}

/** The language in which the revision was imported first: what stands in others is its author's own too. */
async function firstLanguage(tx: Tx, revision: string): Promise<LanguageCode> {
  const text = await tx
    .selectFrom('revision_texts')
    .select('language')
    .where('revision', '=', revision)
    .orderBy('imported_at')
    .orderBy('version')
    .limit(1)
    .executeTakeFirst()
  return text?.language ?? 'en'
}

async function dutyTexts(tx: Tx, revision: string, first: LanguageCode): Promise<SourceText[]> {
  const duties = await tx
    .selectFrom('duties')
    .select(['id', ...dutyFields])
    .where('revision', '=', revision)
    .where('origin', '<>', 'register')
    .orderBy('id')
    .execute()
  return duties.flatMap((duty) =>
    dutyFields.flatMap((field) => sourceOf({ kind: 'duty', id: duty.id, field }, duty[field], first)),
  )
}

async function paraphrases(tx: Tx, revision: string, first: LanguageCode): Promise<SourceText[]> {
  const provisions = await tx
    .selectFrom('provisions')
    .select(['address', 'paraphrase'])
    .where('revision', '=', revision)
    .where('origin', '<>', 'register')
    .orderBy('address')
    .execute()
  return provisions.flatMap(({ address, paraphrase }) =>
    sourceOf({ kind: 'provision', id: `${revision}/${address}`, field: 'paraphrase' }, paraphrase, first),
  )
}

/** Nothing when there are no words in any language. */
function sourceOf(
  place: { kind: string; id: string; field: string },
  words: Translated,
  first: LanguageCode,
): SourceText[] {
  const language = words[first] ? first : languageCodes.find((code) => words[code])
  if (language === undefined) return []
  const { [language]: text = '', ...alsoIn } = words
  return [{ ...place, language, text, alsoIn }]
}
