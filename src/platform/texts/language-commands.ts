import type { Visibility } from '../access/visibility.ts'
import type { Tx } from '../database/tables.ts'
import { languageCodes, type LanguageCode } from '../languages.ts'
import { keptTexts, recordKey, type LockedText } from './locked-queries.ts'
import { inChunks, putLanguages } from './row-commands.ts'
import type { TextRecord } from './source-commands.ts'
import { joined } from './segments.ts'
import {
  countStates,
  stateOfSegment,
  weakest,
  wholeText,
  type FieldText,
  type SegmentRow,
  type TextState,
} from './text-state.ts'

/**
 * Makes the rows anew that are read and listed. `touched`: the languages whose version counts on for the records that were
 * edited, so that a form that was open meanwhile is told. Resolves to the records of which a row is another now.
 */
export async function refreshLanguages(
  tx: Tx,
  {
    records,
    touched,
    edited = records,
    visible,
  }: {
    records: readonly TextRecord[]
    touched: 'all' | LanguageCode
    edited?: readonly TextRecord[]
    visible?: ReadonlyMap<string, Visibility>
  },
  at: Date,
): Promise<TextRecord[]> {
  const texts = Map.groupBy((await keptTexts(tx, records)).values(), recordKey)
  const before = await rowsBefore(tx, records)
  const wasEdited = new Set(edited.map(recordKey))
  const rows = records.flatMap((record) => {
    const own = texts.get(recordKey(record)) ?? []
    if (own.length === 0) return []
    return languageCodes.flatMap((language) => {
      const known = before.get(`${recordKey(record)} ${language}`)
      const counts = touched === 'all' || touched === language
      const now = rowIn(language, own)
      const visibility = visible?.get(recordKey(record)) ?? known?.visibility ?? 'public'
      const isTouched = counts && wasEdited.has(recordKey(record))
      if (known && !isTouched && known.visibility === visibility) return []
      const version = (known?.version ?? 0) + (isTouched || !known ? 1 : 0)
      const since = known?.state === now.state ? known.since : at
      return [{ kind: record.kind, id: record.id, ...now, since, version, visibility }]
    })
  })
  await putLanguages(tx, rows)
  await removeEmpty(
    tx,
    records.filter((record) => !texts.has(recordKey(record))),
  )
  const changed = new Set(rows.map(recordKey))
  return records.filter((record) => changed.has(recordKey(record)))
}

async function rowsBefore(tx: Tx, records: readonly TextRecord[]) {
  const found = await tx
    .selectFrom('text_languages')
    .select(['kind', 'id', 'language', 'state', 'since', 'version', 'visibility'])
    .where('kind', 'in', [...new Set(records.map(({ kind }) => kind))])
    .where('id', 'in', [...new Set(records.map(({ id }) => id))])
    .execute()
  return new Map(found.map((row) => [`${recordKey(row)} ${row.language}`, row]))
}

function rowIn(language: LanguageCode, texts: readonly LockedText[]) {
  const fields = texts.map((text) => ({ text, read: fieldIn(language, text) }))
  const states = fields.flatMap(({ read }) => read.states)
  return {
    language,
    has_source: texts.some((text) => text.language === language),
    original: originalOf(texts),
    state: weakest(states),
    segments: states.length,
    counts: JSON.stringify(countStates(states)),
    texts: JSON.stringify(Object.fromEntries(fields.map(({ text, read }) => [text.field, read.whole]))),
  }
}

const originalOf = (texts: readonly LockedText[]): LanguageCode =>
  texts.toSorted((a, b) => (a.field < b.field ? -1 : 1))[0]?.language ?? 'en'

function fieldIn(language: LanguageCode, text: LockedText): { states: TextState[]; whole: FieldText } {
  if (text.language === language) {
    const whole = joined(text.segments.map(({ source, gap }) => ({ text: source, gap })))
    const states = text.segments.map(() => 'original' as const)
    return { states, whole: { text: whole, state: 'original', isSource: true } }
  }
  const own = new Map(
    text.translations.filter((one) => one.language === language).map((one) => [one.segment, one]),
  )
  const rows: SegmentRow[] = text.segments.map(({ segment, source, gap }) => ({
    source,
    gap,
    own: own.get(segment) ?? null,
  }))
  return { states: rows.map(stateOfSegment), whole: wholeText(language, rows) }
}

async function removeEmpty(tx: Tx, records: readonly TextRecord[]) {
  for (const [kind, ofKind] of Map.groupBy(records, (record) => record.kind))
    for (const some of inChunks(ofKind))
      await tx
        .deleteFrom('text_languages')
        .where('kind', '=', kind)
        .where(
          'id',
          'in',
          some.map(({ id }) => id),
        )
        .execute()
}
