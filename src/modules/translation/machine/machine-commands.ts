import type { Actor } from '#platform/access/actor.ts'
import { permit } from '#platform/access/rights.ts'
import type { Db } from '#platform/database/tables.ts'
import { notFound } from '#platform/errors.ts'
import { writeMachineTranslation, type SegmentWrite, type TextKinds } from '#platform/texts/texts.ts'
import { lockedRecord } from '../editor/save-commands.ts'
import type { FieldNow, RecordInLanguage, SegmentNow, TranslationRecord } from '../editor/record.ts'
import { translationRecord } from '../editor/record-queries.ts'
import { translationRights } from '../translation-rights.ts'
import { askEngine, mostLettersAtOnce, mostTextsAtOnce, type Engine } from './engine.ts'

type Asked = { actor: Actor; at: Date; kinds: TextKinds; engine: Engine } & RecordInLanguage

/**
 * Has a machine translate the segments of a record that have no text, or an older one of a machine. The machine is asked
 * before the transaction: what a person writes meanwhile stays, and a source that was edited meanwhile is left alone.
 */
export async function translateByMachine(db: Db, asked: Asked): Promise<number> {
  const record = await translationRecord(db, asked.kinds, asked, asked.actor, asked.language)
  if (!record) throw notFound()
  permit(translationRights, 'translate-by-machine', asked.actor, record)
  const written = await fromEngine(asked, record)
  if (written.length === 0) return 0
  return db.transaction().execute(async (tx) => {
    const now = await lockedRecord(tx, { ...asked, version: null })
    permit(translationRights, 'translate-by-machine', asked.actor, now)
    const open = openSegments(now)
    const segments = written.filter(({ field, segment, source }) =>
      open.some((one) => one.field === field && one.segment === segment && one.source === source),
    )
    const { kind, id, language, actor, at } = asked
    const engine = new URL(asked.engine.url).hostname
    return writeMachineTranslation(tx, { kind, id, language, segments, engine }, actor.id, at)
  })
}

/** What a machine may write: nothing that a person has written, outdated or not. */
const openSegments = (record: Pick<TranslationRecord, 'fields'>): SegmentNow[] =>
  record.fields.flatMap(({ segments }) => segments.filter(isOpen))

const isOpen = ({ own }: SegmentNow) => own === null || (own.engine !== null && own.state === 'outdated')

type Written = SegmentWrite & { source: string }

async function fromEngine({ engine, language }: Asked, { fields }: TranslationRecord): Promise<Written[]> {
  const written: Written[] = []
  for (const field of fields) {
    for (const some of inPortions(field)) {
      const sources = some.map(({ source }) => source)
      const texts = await askEngine(engine, sources, field.original, language)
      written.push(...some.map((one, place) => ({ ...one, text: texts[place] ?? '' })))
    }
  }
  return written
}

/** Not too much at once: some engines refuse long requests. */
function inPortions({ segments }: FieldNow): SegmentNow[][] {
  const portions: SegmentNow[][] = []
  let letters = 0
  for (const segment of segments.filter(isOpen)) {
    const last = portions.at(-1)
    letters += segment.source.length
    if (last && last.length < mostTextsAtOnce && letters <= mostLettersAtOnce) last.push(segment)
    else {
      portions.push([segment])
      letters = segment.source.length
    }
  }
  return portions
}
