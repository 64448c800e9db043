import type { Tx } from '#platform/database/tables.ts'
import type { LanguageCode } from '#platform/languages.ts'
import { pairWithRegister } from './text-pairing.ts'

/** Ties the units of all imported texts of a revision to the provisions that the register now has. */
export async function pairTextsAgain(tx: Tx, revision: string): Promise<void> {
  const texts = await tx
    .selectFrom('revision_texts')
    .select(['language', 'version'])
    .where('revision', '=', revision)
    .execute()
  for (const { language, version } of texts) await pairText(tx, revision, language, version)
}

export async function pairText(
  tx: Tx,
  revision: string,
  language: LanguageCode,
  version: number,
): Promise<void> {
  const register = await registerOf(tx, revision)
  const text = await tx
    .selectFrom('revision_texts')
    .select('sections')
    .where('revision', '=', revision)
    .where('language', '=', language)
    .where('version', '=', version)
    .executeTakeFirstOrThrow()
  const units = await tx
    .selectFrom('text_units')
    .select(['path', 'section', 'parent', 'label', 'address'])
    .where('revision', '=', revision)
    .where('language', '=', language)
    .where('version', '=', version)
    .orderBy('sort')
    .execute()
  const pairs = pairWithRegister(register, { sections: text.sections, units })
  const sections = text.sections.map((section) => ({
    ...section,
    paired: pairs.sections.get(section.key) ?? null,
  }))
  await tx
    .updateTable('revision_texts')
    .set({ sections: JSON.stringify(sections) })
    .where('revision', '=', revision)
    .where('language', '=', language)
    .where('version', '=', version)
    .execute()
  for (const { path, address } of units) {
    const now = pairs.units.get(path) ?? null
    if (now === address) continue
    await tx
      .updateTable('text_units')
      .set({ address: now })
      .where('revision', '=', revision)
      .where('language', '=', language)
      .where('version', '=', version)
      .where('path', '=', path)
      .execute()
  }
}

async function registerOf(tx: Tx, revision: string) {
  const sections = await tx
    .selectFrom('sections')
    .select(['key', 'act', 'kind'])
    .where('revision', '=', revision)
    .orderBy('sort')
    .execute()
  const provisions = await tx
    .selectFrom('provisions')
    .select(['address', 'section', 'parent', 'label'])
    .where('revision', '=', revision)
    .orderBy('sort')
    .execute()
  return { sections, provisions }
}
