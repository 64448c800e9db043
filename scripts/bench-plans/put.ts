import { operator } from '#platform/access/actor.ts'
import type { Tx } from '#platform/database/tables.ts'
import { inChunks, putSegments, putTexts, putTranslations } from '#platform/texts/row-commands.ts'
import { refreshLanguages } from '#platform/texts/language-commands.ts'
import { plannedText } from '#platform/texts/source-plan.ts'
import type { SourceText } from '#platform/texts/texts.ts'
import { plusDays } from '#modules/plans/progress/period.ts'
import type { InventedPlan } from './invented-plans.ts'

/** When a plan was begun, written, opened, commented on and brought into force. */
export function momentsOf({ startsOn }: Pick<InventedPlan, 'startsOn'>) {
  const day = (before: number) => new Date(`${plusDays(startsOn, -before)}T09:00:00Z`)
  return {
    ...{ begun: day(90), written: day(80), opened: day(60), commented: day(50), disposed: day(30) },
    ...{ until: plusDays(startsOn, -40), decided: day(10) },
  }
}

export type Moments = ReturnType<typeof momentsOf>

/** Rows of a table, some at a time. */
export async function inParts<Row>(
  rows: readonly Row[],
  put: (some: Row[]) => Promise<unknown>,
): Promise<void> {
  for (const some of inChunks(rows, 200)) await put(some)
}

const textsAtOnce = 2000

/** A field, and who wrote it unless it was the operator. */
type Written = SourceText & { by?: string }

/** Fields that are new, each in the bundle of its record, as `writeSource` would leave them. */
export async function putWords(tx: Tx, texts: readonly Written[], at: Date): Promise<void> {
  for (const some of inChunks(texts, textsAtOnce)) await putSome(tx, some, at)
}

async function putSome(tx: Tx, texts: readonly Written[], at: Date): Promise<void> {
  const planned = texts.flatMap((text) => {
    const plan = plannedText(text, null)
    const { language, by = operator.id } = text
    return plan.kind === 'new' ? [{ ...plan, language, by, place: placeOf(text) }] : []
  })
  await putTexts(
    tx,
    planned.map(({ place, language, by, version, nextSegment }) => ({
      ...{ ...place, bundle: `${place.kind}/${place.id}`, language, version },
      ...{ next_segment: nextSegment, written_by: by, written_at: at },
    })),
  )
  await putSegments(
    tx,
    planned.flatMap(({ place, segments }) => segments.map((segment) => ({ ...place, ...segment }))),
  )
  await putTranslations(
    tx,
    planned.flatMap(({ place, by, originals }) =>
      originals.map((original) => ({
        ...{ ...place, ...original, state: 'original' as const, engine: null, author: by, written_at: at },
        ...{ reviewer: null, reviewed_at: null, changed_in: 0 },
      })),
    ),
  )
  const visible = new Map(texts.map(({ kind, id, visibility = 'public' }) => [`${kind} ${id}`, visibility]))
  const records = [
    ...new Map(planned.map(({ place: { kind, id } }) => [`${kind} ${id}`, { kind, id }])).values(),
  ]
  await refreshLanguages(tx, { records, touched: 'all', visible }, at)
}

const placeOf = ({ kind, id, field }: SourceText) => ({ kind, id, field })
