import type { Db, Tx } from '#platform/database/tables.ts'
import { languageCodes, type LanguageCode } from '#platform/languages.ts'
import { segmentsOf } from '#platform/texts/segments.ts'
import {
  lockTranslation,
  reviewTranslation,
  writeTranslation,
  type SegmentWrite,
} from '#platform/texts/texts.ts'
import { offerTextsOf } from '../text-commands.ts'
import type { DemoEntry } from './demo-activities.ts'
import { reviewer, translator } from './demo-office.ts'

type Translated = { id: string; entry: DemoEntry; isReviewed: boolean; at: Date }

/** Offers a published entry to translators, who take some of them on. */
export const translateDemo = (db: Db, { id, entry, isReviewed, at }: Translated): Promise<void> =>
  db.transaction().execute(async (tx) => {
    await offerTextsOf(tx, [id], at)
    for (const language of languageCodes) {
      const words = entry.translations[language]
      if (words === undefined || language === entry.language) continue
      const record = { kind: 'activity', id, language }
      const segments = await segmentWrites(tx, record, words)
      await writeTranslation(tx, { ...record, segments }, translator, at)
      if (isReviewed) await reviewTranslation(tx, record, reviewer, at)
    }
  })

/** Sentence by sentence; what a language says in more sentences stands with the last. */
export async function segmentWrites(
  tx: Tx,
  record: { kind: string; id: string; language: LanguageCode },
  words: Record<string, string>,
): Promise<SegmentWrite[]> {
  const locked = await lockTranslation(tx, record)
  return (locked?.texts ?? []).flatMap(({ field, segments }) => {
    const said = segmentsOf(words[field] ?? '', record.language)
    return segments.slice(0, said.length).map(({ segment }, place) => {
      const own = place === segments.length - 1 ? said.slice(place) : said.slice(place, place + 1)
      return {
        field,
        segment,
        text: own
          .map(({ text, gap }) => text + gap)
          .join('')
          .trim(),
      }
    })
  })
}
