import type { Selectable } from 'kysely'
import type { Db, Tables, Tx } from '../database/tables.ts'
import type { TextRecord } from './source-commands.ts'

export type TextRow = Selectable<Tables['texts']>
export type SegmentOfText = Selectable<Tables['text_segments']>
export type TranslationRow = Selectable<Tables['text_translations']>

/** A field with its segments in order and all their translations. */
export type LockedText = TextRow & { segments: SegmentOfText[]; translations: TranslationRow[] }

export const recordKey = ({ kind, id }: TextRecord): string => `${kind} ${id}`

/** All texts of some records, locked until the end of the transaction, by record and field. */
export async function lockedTexts(tx: Tx, records: readonly TextRecord[]): Promise<Map<string, LockedText>> {
  const locked = await of(tx.selectFrom('texts').selectAll(), records)
    .orderBy('kind')
    .orderBy('id')
    .orderBy('field')
    .forUpdate()
    .execute()
  return withSegments(tx, locked)
}

/**
 * Holds the texts of some records until the end of the transaction. Whoever writes texts after a line of history in the same
 * transaction calls it before that line: all take the texts first and the history after, so that nobody waits in a circle.
 */
export async function holdTexts(tx: Tx, records: readonly TextRecord[]): Promise<void> {
  if (records.length === 0) return
  await of(tx.selectFrom('texts').select('kind'), records)
    .orderBy('kind')
    .orderBy('id')
    .orderBy('field')
    .forUpdate()
    .execute()
}

/** The same with all texts of a bundle. */
export async function holdBundle(tx: Tx, bundle: string): Promise<void> {
  await tx
    .selectFrom('texts')
    .select('kind')
    .where('bundle', '=', bundle)
    .orderBy('kind')
    .orderBy('id')
    .orderBy('field')
    .forUpdate()
    .execute()
}

/** The same to look at. */
export async function keptTexts(db: Db, records: readonly TextRecord[]): Promise<Map<string, LockedText>> {
  const found = await of(db.selectFrom('texts').selectAll(), records).execute()
  return withSegments(db, found)
}

async function withSegments(db: Db, texts: TextRow[]): Promise<Map<string, LockedText>> {
  if (texts.length === 0) return new Map()
  const segments = await of(db.selectFrom('text_segments').selectAll(), texts).orderBy('place').execute()
  const translations = await of(db.selectFrom('text_translations').selectAll(), texts).execute()
  const key = (row: { kind: string; id: string; field: string }) => `${recordKey(row)} ${row.field}`
  const segmentsOf = Map.groupBy(segments, key)
  const translationsOf = Map.groupBy(translations, key)
  return new Map(
    texts.map((text) => [
      key(text),
      {
        ...text,
        segments: segmentsOf.get(key(text)) ?? [],
        translations: translationsOf.get(key(text)) ?? [],
      },
    ]),
  )
}

type OfRecords<Query> = { where: (column: 'kind' | 'id', is: 'in', values: string[]) => Query }

/** Records of one write are of one kind or few, so that kinds and ids can be asked for apart. */
const of = <Query extends OfRecords<Query>>(query: Query, records: readonly TextRecord[]): Query =>
  query
    .where('kind', 'in', [...new Set(records.map(({ kind }) => kind))])
    .where('id', 'in', [...new Set(records.map(({ id }) => id))])
