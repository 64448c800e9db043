import { sql } from 'kysely'
import type { Db } from '#platform/database/tables.ts'
import type { LanguageCode } from '#platform/languages.ts'
import { textsOf, type TextKinds } from '#platform/texts/texts.ts'
import { dateRange } from '#platform/ui/format.ts'
import { indicatorsWhere, withIndicatorWords } from '../indicators/indicator-queries.ts'
import { noteKind } from '../indicators/actual.ts'
import { noteTexts } from '../indicators/note-queries.ts'
import { planPaths } from '../paths.ts'
import { plansWhere } from '../plan-queries.ts'
import { planThing } from '../plan.ts'
import './tables.ts'

/** What translators find of indicators and reports. */
export const progressTexts: TextKinds = {
  'plan-indicator': {
    name: 'noun.plan-indicator',
    fields: {
      name: 'indicators.field.name',
      definition: 'indicators.field.definition',
      unit: 'indicators.field.unit',
      source: 'indicators.field.source',
      note: 'indicators.field.note',
    },
    titlesOf: async (db, ids, language) => {
      const found = await indicatorsWhere(db, sql`n.id = any(${ids}::text[])`)
      const read = await withIndicatorWords(db, found, language)
      return new Map(read.map(({ indicator, words }) => [indicator.id, words.name?.text ?? indicator.id]))
    },
    pathOf: planPaths.indicator,
    ownersOf: (db, id) => ownersOf(db, sql`(select n.plan from plan_indicators n where n.id = ${id})`),
  },
  [noteKind]: noteTexts,
  'plan-report': {
    name: 'noun.plan-report',
    fields: { achieved: 'progress.field.achieved', obstacles: 'progress.field.obstacles' },
    titlesOf: reportTitlesOf,
    pathOf: planPaths.report,
    ownersOf: async (db, id) => {
      const { within } = await ownersOf(db, sql`(select r.plan from plan_reports r where r.id = ${id})`)
      const report = await db
        .selectFrom('plan_reports')
        .select('author')
        .where('id', '=', id)
        .executeTakeFirst()
      return { owners: report === undefined ? [] : [report.author], within }
    },
  },
}

async function ownersOf(db: Db, plan: ReturnType<typeof sql>) {
  const [found] = await plansWhere(db, sql`p.id = ${plan}`)
  return { owners: [], within: [...((found && planThing(found).within) ?? [])] }
}

async function reportTitlesOf(db: Db, ids: string[], language: LanguageCode): Promise<Map<string, string>> {
  const found = await sql<{ id: string; item: string; code: string; startsOn: string; endsOn: string }>`
    select r.id, r.item, i.code, d.starts_on::text as "startsOn", d.ends_on::text as "endsOn"
    from plan_reports r join plan_items i on i.id = r.item join plan_periods d on d.id = r.period
    where r.id = any(${ids}::text[])`.execute(db)
  const texts = await textsOf(
    db,
    found.rows.map(({ item }) => ({ kind: 'plan-item', id: item })),
    language,
  )
  return new Map(
    found.rows.map(({ id, item, code, startsOn, endsOn }) => {
      const title = texts.get('plan-item', item)['title']?.text ?? ''
      return [id, `${code} ${title}: ${dateRange(language, startsOn, endsOn)}`]
    }),
  )
}
