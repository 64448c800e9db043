import type { Actor } from '#platform/access/actor.ts'
import { levelsSeenBy } from '#platform/access/visibility.ts'
import type { Db } from '#platform/database/tables.ts'
import type { LanguageCode } from '#platform/languages.ts'
import { keptTexts } from '#platform/texts/locked-queries.ts'
import { fieldsInOrder, type TextKinds } from '#platform/texts/texts.ts'
import { workList, type WorkFilters, type WorkRow } from '../worklist/work-queries.ts'
import { mostRecords, type ExchangedSegment } from './report.ts'

export type ExchangeList = {
  /** How many records match; more than `mostRecords` are not put into one file. */
  total: number
  /** Languages of the sources. */
  originals: LanguageCode[]
  segments: ExchangedSegment[]
}

/** The segments of all records that match, in the order of the work list, source and target. */
export async function exchangedSegments(
  db: Db,
  kinds: TextKinds,
  actor: Actor,
  filters: WorkFilters & { language: LanguageCode },
): Promise<ExchangeList> {
  const list = await everyRow(db, actor, filters)
  const originals = [...new Set(list.rows.map(({ original }) => original))]
  if (list.total > mostRecords) return { total: list.total, originals, segments: [] }
  const texts = list.rows.length === 0 ? new Map() : await keptTexts(db, list.rows)
  const byRecord = Map.groupBy([...texts.values()], ({ kind, id }) => `${kind} ${id}`)
  const segments = list.rows.flatMap((row) => {
    const own = byRecord.get(`${row.kind} ${row.id}`) ?? []
    const there = own.map(({ field }) => field)
    return fieldsInOrder(kinds[row.kind], there).flatMap(([field]) =>
      own.filter((text) => text.field === field).flatMap((text) => segmentsOf(row, text)),
    )
  })
  return { total: list.total, originals, segments }
}

async function everyRow(db: Db, actor: Actor, filters: WorkFilters) {
  const rows: WorkRow[] = []
  let after: string | null = null
  for (;;) {
    const part = await workList(db, filters, levelsSeenBy(actor), { after, limit: 200 })
    rows.push(...part.rows)
    if (part.next === null || part.total > mostRecords) return { total: part.total, rows }
    after = part.next
  }
}

type Text = Awaited<ReturnType<typeof keptTexts>> extends Map<string, infer One> ? One : never

const segmentsOf = (
  { kind, id, language: to, version }: WorkRow,
  { field, language: from, segments, translations }: Text,
): ExchangedSegment[] =>
  from === to
    ? []
    : segments.map(({ segment, source }) => {
        const own = translations.find((one) => one.segment === segment && one.language === to)
        const target = own?.text ?? ''
        return {
          ...{ kind, id, field, segment, from, to, version, source, target },
          state: own?.state ?? 'missing',
        }
      })

export async function importReport(db: Db, id: string) {
  const found = await db.selectFrom('translation_imports').selectAll().where('id', '=', id).executeTakeFirst()
  return found ?? null
}

export const latestImports = (db: Db, by: string) =>
  db
    .selectFrom('translation_imports')
    .select(['id', 'at', 'file_name', 'accepted', 'unchanged', 'refused'])
    .where('by', '=', by)
    .orderBy('at', 'desc')
    .orderBy('id')
    .limit(20)
    .execute()
