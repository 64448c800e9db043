import type { Tx } from '#platform/database/tables.ts'
import { inLanguage, type LanguageCode, type Translated } from '#platform/languages.ts'
import { recordsOfBundle, removeTexts, writeSources, type SourceText } from '#platform/texts/texts.ts'

/** What the history calls the words of a revision. */
export const wordingBundle = (revision: string): string => `wording/${revision}`

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
  const bundle = wordingBundle(revision)
  const known = await recordsOfBundle(tx, bundle)
  const languageOf = new Map(known.map(({ kind, id, language }) => [`${kind} ${id}`, language]))
  const words = [...(await dutyWords(tx, revision)), ...(await paraphrases(tx, revision))]
  const texts = words.flatMap((one) => sourceOf(one, languageOf.get(`${one.kind} ${one.id}`)))
  await writeSources(tx, { bundle, texts }, actor, at)
  const kept = new Set(texts.map(({ kind, id }) => `${kind} ${id}`))
  const gone = known.filter(({ kind, id }) => !kept.has(`${kind} ${id}`))
  if (gone.length > 0) await removeTexts(tx, gone, actor, at)
}

type Words = { kind: string; id: string; field: string; words: Translated }

async function dutyWords(tx: Tx, revision: string): Promise<Words[]> {
  const duties = await tx
    .selectFrom('duties')
    .select(['id', ...dutyFields])
    .where('revision', '=', revision)
    .where('origin', '<>', 'register')
    .orderBy('id')
    .execute()
  return duties.flatMap((duty) =>
    dutyFields.map((field) => ({ kind: 'duty', id: duty.id, field, words: duty[field] })),
  )
}

async function paraphrases(tx: Tx, revision: string): Promise<Words[]> {
  const provisions = await tx
    .selectFrom('provisions')
    .select(['address', 'paraphrase'])
    .where('revision', '=', revision)
    .where('origin', '<>', 'register')
    .orderBy('address')
    .execute()
  return provisions.map(({ address, paraphrase }) => ({
    kind: 'provision',
    id: `${revision}/${address}`,
    field: 'paraphrase',
    words: paraphrase,
  }))
}

/**
 * The language in which a record's words were given first stays that of its source: what comes in others is its author's own
 * too. Nothing when there are no words in any language.
 */
function sourceOf({ words, ...place }: Words, known: LanguageCode | undefined): SourceText[] {
  const language = known && words[known] ? known : inLanguage(words, 'en')?.language
  if (language === undefined) return []
  const { [language]: text = '', ...alsoIn } = words
  return [{ ...place, language, text, alsoIn }]
}
