import { keptParts, type Parts } from '../content-digests.ts'
import type { Db, Tx } from '../database/tables.ts'
import { record, type Change } from '../history.ts'
import { sha256 } from '../sha256.ts'
import { keptTexts, recordKey } from './locked-queries.ts'
import type { TextRecord } from './source-commands.ts'

/** The content of a bundle of texts for the history: one part per record, of all its rows. */
export async function textParts(db: Db, bundle: string): Promise<Parts> {
  const records = await db
    .selectFrom('texts')
    .select(['kind', 'id'])
    .distinct()
    .where('bundle', '=', bundle)
    .execute()
  return partsOf(db, records)
}

/** Writes a line of history about the texts of some records of one bundle; those of its other records stay as noted. */
export async function recordTexts(
  tx: Tx,
  change: {
    bundle: string
    records: readonly TextRecord[]
    act: string
    by: string
    states?: Change['states']
    facts: Record<string, unknown>
  },
  at: Date,
): Promise<void> {
  const { bundle, records, act, by, states, facts } = change
  const subject = { kind: 'texts', id: bundle }
  const now = await partsOf(tx, records)
  const touched = new Set(records.map(partName))
  const others = Object.entries(await keptParts(tx, subject)).filter(([part]) => !touched.has(part))
  const parts = { ...Object.fromEntries(others), ...now }
  await record(tx, { act, subject, actor: by, ...(states ? { states } : {}), facts, parts }, at)
}

const partName = (one: TextRecord) => `texts ${recordKey(one)}`

async function partsOf(db: Db, records: readonly TextRecord[]): Promise<Parts> {
  if (records.length === 0) return {}
  const texts = await keptTexts(db, records)
  const languages = await db
    .selectFrom('text_languages')
    .selectAll()
    .where('kind', 'in', [...new Set(records.map(({ kind }) => kind))])
    .where('id', 'in', [...new Set(records.map(({ id }) => id))])
    .orderBy('language')
    .execute()
  const textsOf = Map.groupBy(texts.values(), recordKey)
  const languagesOf = Map.groupBy(languages, recordKey)
  return Object.fromEntries(
    records.flatMap((one) => {
      const own = textsOf.get(recordKey(one))
      return own ? [[partName(one), sha256([inOrder(own), languagesOf.get(recordKey(one))])]] : []
    }),
  )
}

type Texts = Awaited<ReturnType<typeof keptTexts>> extends Map<string, infer One> ? One : never

/** The order in which a database gives rows must not matter. */
const inOrder = (texts: readonly Texts[]) =>
  texts
    .toSorted((a, b) => compare(a.field, b.field))
    .map((text) => ({
      ...text,
      translations: text.translations.toSorted(
        (a, b) => a.segment - b.segment || compare(a.language, b.language),
      ),
    }))

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
