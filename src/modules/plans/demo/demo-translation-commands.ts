import { segmentWrites } from '#modules/activities/index.ts'
import type { Db } from '#platform/database/tables.ts'
import { languageCodes } from '#platform/languages.ts'
import { writeTranslation } from '#platform/texts/texts.ts'
import { itemFields } from '../item.ts'
import type { InSix } from '../plan-types/plan-type.ts'
import { translator } from './demo-people.ts'
import { wordsIn, type DemoPlan } from './demo-plans.ts'

/** Parts of an item of a plan that is carried out are given in one language; translators bring the others. */
export const translateParts = (
  db: Db,
  plan: DemoPlan,
  { item, ids, titles }: { item: string; ids: readonly string[]; titles: readonly InSix[] },
  at: Date,
): Promise<void> =>
  db.transaction().execute(async (tx) => {
    const whole = plan.items.find(({ key }) => key === item)
    for (const [place, id] of ids.entries())
      for (const language of languageCodes) {
        if (language === plan.language) continue
        const record = { kind: 'plan-item', id, language }
        const words = wordsIn({ ...whole, title: titles[place] }, itemFields, language)
        const segments = await segmentWrites(tx, record, words)
        await writeTranslation(tx, { ...record, segments }, translator, at)
      }
  })
