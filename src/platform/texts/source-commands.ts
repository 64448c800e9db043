import type { Visibility } from '../access/visibility.ts'
import type { Tx } from '../database/tables.ts'
import type { LanguageCode, Translated } from '../languages.ts'
import { refreshLanguages } from './language-commands.ts'
import { inChunks, putSegments, putTexts, putTranslations } from './row-commands.ts'
import { lockedTexts, recordKey, type LockedText } from './locked-queries.ts'
import { plannedText, type PlannedText } from './source-plan.ts'
import { recordTexts } from './text-digests.ts'

/** A record whose texts are kept here: 'evidence', its id. */
export type TextRecord = { kind: string; id: string }

/** A field as its author wrote it. Empty when there is no text any more. */
export type SourceText = TextRecord & {
  field: string
  language: LanguageCode
  text: string
  /** The same text in other languages, when its author gave it in several: originals too. */
  alsoIn?: Translated
  /** Who may see the record; 'public' when missing. */
  visibility?: Visibility
}

/** Keeps a field that somebody wrote or edited. Translations of segments that the edit did not touch stay as they are. */
export const writeSource = (tx: Tx, text: SourceText, by: string, at: Date): Promise<void> =>
  writeSources(tx, { bundle: `${text.kind}/${text.id}`, texts: [text] }, by, at)

const recordsAtOnce = 400

/** Many texts at once, such as those of an import; history has one line for them, about the bundle. */
export async function writeSources(
  tx: Tx,
  { bundle, texts }: { bundle: string; texts: readonly SourceText[] },
  by: string,
  at: Date,
): Promise<void> {
  const written = new Map<string, TextRecord[]>()
  for (const some of inChunks(texts, recordsAtOnce)) {
    for (const [name, records] of await writeSome(tx, bundle, some, by, at))
      written.set(name, [...(written.get(name) ?? []), ...records])
  }
  for (const [name, records] of written) {
    const facts = factsOf(records, texts)
    await recordTexts(tx, { bundle: name, records, act: 'translation.write-source', by, facts }, at)
  }
}

const factsOf = (records: readonly TextRecord[], texts: readonly SourceText[]) => ({
  records: records.length,
  ...(records.length === 1 ? records[0] : {}),
  language: texts[0]?.language ?? '',
})

/** Resolves to the records whose texts have changed, by bundle. */
async function writeSome(
  tx: Tx,
  bundle: string,
  texts: readonly SourceText[],
  by: string,
  at: Date,
): Promise<Map<string, TextRecord[]>> {
  const locked = await lockedTexts(tx, texts)
  const planned = texts
    .map((text) => ({ text, plan: plannedText(text, locked.get(fieldKey(text)) ?? null) }))
    .filter(({ plan }) => plan.kind !== 'unchanged')
  await applyPlans(tx, planned, { bundle, by, at })
  const changed = uniqueRecords(planned.map(({ text }) => text))
  const visible = new Map(texts.map((text) => [recordKey(text), text.visibility ?? 'public']))
  const refreshed = await refreshLanguages(
    tx,
    { records: uniqueRecords(texts), touched: 'all', edited: changed, visible },
    at,
  )
  const bundles = new Map([...locked.values()].map((text) => [recordKey(text), text.bundle]))
  return Map.groupBy(
    uniqueRecords([...changed, ...refreshed]),
    (record) => bundles.get(recordKey(record)) ?? bundle,
  )
}

type Planned = { text: SourceText; plan: PlannedText }

async function applyPlans(
  tx: Tx,
  planned: readonly Planned[],
  { bundle, by, at }: { bundle: string; by: string; at: Date },
) {
  const gone = planned.filter(({ plan }) => plan.kind === 'gone' || plan.kind === 'anew')
  for (const { text } of gone) await removeField(tx, text)
  const rows = planned.flatMap(({ text, plan }) =>
    plan.kind === 'new' || plan.kind === 'anew' || plan.kind === 'edited' ? [{ text, plan }] : [],
  )
  await putTexts(
    tx,
    rows.map(({ text, plan }) => ({
      ...placeOf(text),
      bundle: plan.bundle ?? bundle,
      language: text.language,
      version: plan.version,
      next_segment: plan.nextSegment,
      written_by: by,
      written_at: at,
    })),
  )
  for (const { text, plan } of rows) await removeSegments(tx, text, plan.removed)
  await putSegments(
    tx,
    rows.flatMap(({ text, plan }) => plan.segments.map((segment) => ({ ...placeOf(text), ...segment }))),
  )
  await putTranslations(
    tx,
    rows.flatMap(({ text, plan }) => [
      ...plan.translations,
      ...plan.originals.map((original) => ({
        ...placeOf(text),
        ...original,
        state: 'original' as const,
        engine: null,
        author: by,
        written_at: at,
        reviewer: null,
        reviewed_at: null,
        changed_in: 0,
      })),
    ]),
  )
}

const placeOf = ({ kind, id, field }: SourceText) => ({ kind, id, field })

const fieldKey = (text: Pick<LockedText, 'kind' | 'id' | 'field'>) => `${recordKey(text)} ${text.field}`

const removeField = (tx: Tx, { kind, id, field }: SourceText) =>
  tx.deleteFrom('texts').where('kind', '=', kind).where('id', '=', id).where('field', '=', field).execute()

async function removeSegments(tx: Tx, { kind, id, field }: SourceText, removed: readonly number[]) {
  if (removed.length === 0) return
  await tx
    .deleteFrom('text_segments')
    .where('kind', '=', kind)
    .where('id', '=', id)
    .where('field', '=', field)
    .where('segment', 'in', removed)
    .execute()
}

const uniqueRecords = (texts: readonly TextRecord[]): TextRecord[] => [
  ...new Map(texts.map(({ kind, id }) => [recordKey({ kind, id }), { kind, id }])).values(),
]

/** Takes all texts of records away that are gone. */
export async function removeTexts(
  tx: Tx,
  records: readonly TextRecord[],
  by: string,
  at: Date,
): Promise<void> {
  for (const [kind, ofKind] of Map.groupBy(records, (record) => record.kind)) {
    for (const some of inChunks(ofKind, recordsAtOnce)) {
      const ids = some.map(({ id }) => id)
      const gone = await tx
        .deleteFrom('texts')
        .where('kind', '=', kind)
        .where('id', 'in', ids)
        .returning(['kind', 'id', 'bundle'])
        .execute()
      await tx.deleteFrom('text_languages').where('kind', '=', kind).where('id', 'in', ids).execute()
      for (const [bundle, texts] of Map.groupBy(gone, (text) => text.bundle)) {
        const removed = uniqueRecords(texts)
        const facts = { records: removed.length, ...(removed.length === 1 ? removed[0] : {}) }
        await recordTexts(tx, { bundle, records: removed, act: 'translation.remove', by, facts }, at)
      }
    }
  }
}
