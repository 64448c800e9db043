import type { Resolution } from '#parser/resolution.ts'
import type { Tx } from '#platform/database/tables.ts'
import type { LanguageCode } from '#platform/languages.ts'
import type { Origin } from '../instruments/instrument.ts'
import { placedUnits } from './parsed-rows.ts'
import { pairWithRegister } from './text-pairing.ts'

type StoredText = {
  revision: string
  checksum: string
  text: Resolution
  at: Date
  origin: Exclude<Origin, 'register'>
}

/** Keeps a file as it came; the same bytes are kept once. */
export async function storeSource(
  tx: Tx,
  { checksum, bytes, name, at }: { checksum: string; bytes: Uint8Array; name: string; at: Date },
): Promise<void> {
  await tx
    .insertInto('source_files')
    .values({ checksum, name, size: bytes.length, bytes, stored_at: at })
    .onConflict((conflict) => conflict.column('checksum').doNothing())
    .execute()
}

/** Stores the text read from a file as the newest version of its language; returns the version. */
export async function storeText(
  tx: Tx,
  { revision, checksum, text, at, origin }: StoredText,
): Promise<number> {
  const { language } = text
  const last = await tx
    .selectFrom('revision_texts')
    .select((is) => is.fn.max('version').as('version'))
    .where('revision', '=', revision)
    .where('language', '=', language)
    .executeTakeFirst()
  const version = (last?.version ?? 0) + 1
  await tx
    .insertInto('revision_texts')
    .values({
      revision,
      language,
      version,
      source: checksum,
      imported_at: at,
      title: text.title,
      front_matter: JSON.stringify(text.frontMatter),
      sections: JSON.stringify(
        text.sections.map(({ key, heading, kind, addressees, act }) => ({
          key,
          paired: null,
          heading,
          kind,
          addressees,
          act,
        })),
      ),
      footnotes: JSON.stringify(text.footnotes),
      duties: JSON.stringify(text.duties),
      set_aside: JSON.stringify(text.setAside),
      warnings: JSON.stringify(text.warnings),
      origin,
    })
    .execute()
  await storeUnits(tx, revision, text, version)
  return version
}

const unitsAtOnce = 500

async function storeUnits(tx: Tx, revision: string, text: Resolution, version: number) {
  const units = placedUnits(text).map(({ unit, section, parent }, sort) => ({
    revision,
    language: text.language,
    version,
    path: unit.path,
    sort,
    parent,
    section: section.key,
    address: null,
    label: unit.label,
    text: unit.text,
    closing: unit.closing,
    footnotes: unit.footnotes,
    confidence: unit.confidence,
    at: unit.at,
  }))
  for (let from = 0; from < units.length; from += unitsAtOnce) {
    await tx
      .insertInto('text_units')
      .values(units.slice(from, from + unitsAtOnce))
      .execute()
  }
}

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
