import { segmentWrites } from '#modules/activities/index.ts'
import type { Db } from '#platform/database/tables.ts'
import { languageCodes, type LanguageCode } from '#platform/languages.ts'
import { writeTranslation } from '#platform/texts/texts.ts'
import type { InSix } from '../plan-types/plan-type.ts'
import { translator } from './demo-people.ts'
import { wordsIn } from './demo-plans.ts'

/** What was written in one language while its plan was public is brought into the others by translators. */
export const translate = <Field extends string>(
  db: Db,
  { kind, id, language: original }: { kind: string; id: string; language: LanguageCode },
  said: Partial<Record<Field, InSix | undefined>>,
  fields: readonly Field[],
  at: Date,
): Promise<void> =>
  db.transaction().execute(async (tx) => {
    for (const language of languageCodes) {
      if (language === original) continue
      const record = { kind, id, language }
      const segments = await segmentWrites(tx, record, wordsIn(said, fields, language))
      await writeTranslation(tx, { ...record, segments }, translator, at)
    }
  })
