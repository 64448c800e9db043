import type { Db } from '#platform/database/tables.ts'
import type { LanguageCode } from '#platform/languages.ts'
import { textsOf, type TextKind, type TextRead } from '#platform/texts/texts.ts'
import { date } from '#platform/ui/format.ts'
import { sql } from 'kysely'
import { planPaths } from '../paths.ts'
import { plansWhere } from '../plan-queries.ts'
import { planThing } from '../plan.ts'
import { textOf } from '../progress/words.ts'
import { noteId, noteKind, noteOf, type Actual } from './actual.ts'
import { indicatorsWhere, withIndicatorWords } from './indicator-queries.ts'

/** What is said of values, in the language of the reader if there is one. */
export async function notesOf(db: Db, actuals: readonly Actual[], language: LanguageCode) {
  const texts = await textsOf(
    db,
    actuals.map((actual) => ({ kind: noteKind, id: noteId(actual) })),
    language,
  )
  return (actual: Actual) => textOf(texts.get(noteKind, noteId(actual))['note'] ?? asSaid(actual))
}

/** Notes that are older than their translations stand with the value alone. */
const asSaid = ({ note, language: original }: Actual): TextRead | undefined =>
  note === null
    ? undefined
    : { text: note, language: original, original, state: 'original', isFallback: false }

/** Notes on what was measured, as translators find them. */
export const noteTexts: TextKind = {
  name: 'noun.plan-actual',
  fields: { note: 'indicators.field.note' },
  titlesOf: async (db, ids, language) => {
    const found = await indicatorsWhere(db, sql`n.id = any(${ids.map((id) => noteOf(id).indicator)}::text[])`)
    const read = await withIndicatorWords(db, found, language)
    const names = new Map(
      read.map(({ indicator, words }) => [indicator.id, words.name?.text ?? indicator.id]),
    )
    return new Map(
      ids.flatMap((id): [string, string][] => {
        const { indicator, on } = noteOf(id)
        const name = names.get(indicator)
        return name === undefined ? [] : [[id, `${name}: ${date(language, on)}`]]
      }),
    )
  },
  pathOf: (id) => planPaths.indicator(noteOf(id).indicator),
  ownersOf: async (db, id) => {
    const { indicator } = noteOf(id)
    const [plan] = await plansWhere(
      db,
      sql`p.id = (select n.plan from plan_indicators n where n.id = ${indicator})`,
    )
    return { owners: [], within: [...((plan && planThing(plan).within) ?? [])] }
  },
}
