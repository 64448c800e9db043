import type { Tx } from '../database/tables.ts'
import type { LanguageCode } from '../languages.ts'
import { refreshLanguages } from './language-commands.ts'
import { lockedTexts, type LockedText, type SegmentOfText, type TranslationRow } from './locked-queries.ts'
import { putTranslations } from './row-commands.ts'
import type { TextRecord } from './source-commands.ts'
import { recordTexts } from './text-digests.ts'
import type { TextState } from './text-state.ts'

export type SegmentWrite = {
  field: string
  segment: number
  /** Empty: there is no text any more. */
  text: string
}

type InLanguage = TextRecord & { language: LanguageCode }

/** The record's texts, their state and version in one language, locked until the end of the transaction; null when it has none. */
export async function lockTranslation(
  tx: Tx,
  { kind, id, language }: InLanguage,
): Promise<{ state: TextState; version: number; texts: LockedText[] } | null> {
  const texts = [...(await lockedTexts(tx, [{ kind, id }])).values()]
  const row = await tx
    .selectFrom('text_languages')
    .select(['state', 'version'])
    .where('kind', '=', kind)
    .where('id', '=', id)
    .where('language', '=', language)
    .executeTakeFirst()
  return row ? { ...row, texts } : null
}

/** What a person wrote for some segments. Resolves to how many are different now. */
export const writeTranslation = (
  tx: Tx,
  record: InLanguage & { segments: readonly SegmentWrite[] },
  by: string,
  at: Date,
): Promise<number> => write(tx, record, { act: 'translation.translate', engine: null }, by, at)

/** What a machine wrote: only where there is no text, or an older one of a machine. */
export const writeMachineTranslation = (
  tx: Tx,
  record: InLanguage & { segments: readonly SegmentWrite[]; engine: string },
  by: string,
  at: Date,
): Promise<number> =>
  write(tx, record, { act: 'translation.translate-by-machine', engine: record.engine }, by, at)

async function write(
  tx: Tx,
  record: InLanguage & { segments: readonly SegmentWrite[] },
  { act, engine }: { act: string; engine: string | null },
  by: string,
  at: Date,
): Promise<number> {
  const locked = await lockTranslation(tx, record)
  if (!locked) return 0
  const { language } = record
  const author = { engine, author: by, written_at: at, reviewer: null, reviewed_at: null }
  const changed = record.segments.flatMap((one) => {
    const place = placeIn(locked.texts, one, language)
    if (!place || !isChange(place.own, place.segment, one.text, engine)) return []
    return [{ place: place.segment, text: one.text }]
  })
  const gone = changed.filter(({ text }) => text === '')
  for (const { place } of gone) await removeTranslation(tx, place, language)
  await putTranslations(
    tx,
    changed
      .filter(({ text }) => text !== '')
      .map(({ place: { kind, id, field, segment, source }, text }) => ({
        ...{ kind, id, field, segment, language, text, of_source: source },
        state: engine === null ? 'human' : 'machine',
        ...author,
        changed_in: locked.version + 1,
      })),
  )
  if (changed.length > 0) await note(tx, record, { act, by, from: locked, count: changed.length }, at)
  return changed.length
}

/** A second person says that the texts of the first are right. Resolves to how many segments that is. */
export async function reviewTranslation(tx: Tx, record: InLanguage, by: string, at: Date): Promise<number> {
  const locked = await lockTranslation(tx, record)
  if (!locked) return 0
  const open = locked.texts
    .flatMap(({ translations }) => translations)
    .filter((one) => one.language === record.language && one.state === 'human' && one.author !== by)
  const changed_in = locked.version + 1
  await putTranslations(
    tx,
    open.map((one) => ({ ...one, state: 'reviewed' as const, reviewer: by, reviewed_at: at, changed_in })),
  )
  const change = { act: 'translation.review', by, from: locked, count: open.length }
  if (open.length > 0) await note(tx, record, change, at)
  return open.length
}

async function note(
  tx: Tx,
  { kind, id, language }: InLanguage,
  change: { act: string; by: string; from: { state: TextState; texts: LockedText[] }; count: number },
  at: Date,
) {
  const { act, by, from, count } = change
  await refreshLanguages(tx, { records: [{ kind, id }], touched: language }, at)
  const after = await lockTranslation(tx, { kind, id, language })
  await recordTexts(
    tx,
    {
      bundle: from.texts[0]?.bundle ?? `${kind}/${id}`,
      records: [{ kind, id }],
      act,
      by,
      states: { from: from.state, to: after?.state ?? null },
      facts: { kind, id, language, segments: count },
    },
    at,
  )
}

function placeIn(texts: readonly LockedText[], { field, segment }: SegmentWrite, language: LanguageCode) {
  const text = texts.find((one) => one.field === field)
  const found = text?.segments.find((one) => one.segment === segment)
  if (!text || !found || text.language === language) return null
  const own = text.translations.find((one) => one.segment === segment && one.language === language)
  return { segment: found, own: own ?? null }
}

/** The same words over the same source change nothing, unless a person takes over what a machine wrote. */
function isChange(
  own: TranslationRow | null,
  { source }: SegmentOfText,
  text: string,
  engine: string | null,
): boolean {
  if (own === null) return text !== ''
  if (engine !== null) return own.engine !== null && (own.text !== text || own.state === 'outdated')
  return own.text !== text || own.of_source !== source || own.engine !== null
}

const removeTranslation = (tx: Tx, { kind, id, field, segment }: SegmentOfText, language: LanguageCode) =>
  tx
    .deleteFrom('text_translations')
    .where('kind', '=', kind)
    .where('id', '=', id)
    .where('field', '=', field)
    .where('segment', '=', segment)
    .where('language', '=', language)
    .execute()
