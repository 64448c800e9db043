import { sql, type RawBuilder } from 'kysely'
import type { Actor } from '#platform/access/actor.ts'
import type { Db } from '#platform/database/tables.ts'
import type { LanguageCode } from '#platform/languages.ts'
import { textsOf, type TextRead } from '#platform/texts/texts.ts'
import { itemRead, type ItemInPlan } from '../item-queries.ts'
import { plansSeenBy } from '../plan-queries.ts'
import type { Actual, ActualBefore } from './actual.ts'
import type { Baseline, Figure, Indicator, IndicatorField, Per } from './indicator.ts'
import './tables.ts'

export type IndicatorWords = Partial<Record<IndicatorField, TextRead>>

export type IndicatorRead = { indicator: Indicator; words: IndicatorWords }

/** The active indicators of a plan, in the order in which each item has them. */
export const indicatorsOfPlan = (db: Db, plan: string): Promise<Indicator[]> =>
  indicatorsWhere(db, sql`n.plan = ${plan} and n.state = 'active'`)

/** Those of an item with their words; two questions. */
export async function indicatorsOfItem(
  db: Db,
  item: string,
  language: LanguageCode,
): Promise<IndicatorRead[]> {
  const found = await indicatorsWhere(db, sql`n.item = ${item} and n.state = 'active'`)
  return withIndicatorWords(db, found, language)
}

export type IndicatorInPlan = IndicatorRead & { item: ItemInPlan }

/** An indicator with its item and plan; null for what is not there and for what the actor may not see. */
export async function indicatorRead(
  db: Db,
  actor: Actor,
  id: string,
  language: LanguageCode,
): Promise<IndicatorInPlan | null> {
  const [indicator] = await indicatorsWhere(
    db,
    sql`n.id = ${id} and exists (select from plans p where p.id = n.plan and ${plansSeenBy(actor)})`,
  )
  const item = indicator === undefined ? null : await itemRead(db, actor, indicator.item, language)
  if (indicator === undefined || item === null) return null
  const [read] = await withIndicatorWords(db, [indicator], language)
  return read === undefined ? null : { ...read, item }
}

export async function indicatorsWhere(db: Db, where: RawBuilder<unknown>): Promise<Indicator[]> {
  const found = await sql<IndicatorRow>`
    select n.id, n.plan, n.item, n.place, n.lineage, n.carried_from as "carriedFrom", n.state, n.language, n.frequency,
      n.direction, n.disaggregation, n.per, n.baseline as "baselineState", n.baseline_year as "baselineYear",
      n.baseline_value::float8 as value, n.baseline_numerator::float8 as numerator,
      n.baseline_denominator::float8 as denominator,
      n.target_value::float8 as "targetValue", n.target_year as "targetYear",
      n.dimensions, n.revision
    from plan_indicators n where ${where} order by n.item, n.place, n.id`.execute(db)
  return found.rows.map(asIndicator)
}

type IndicatorRow = Omit<Indicator, 'baseline' | 'target'> &
  Figure & {
    baselineState: Baseline['state']
    baselineYear: number | null
    targetValue: number
    targetYear: number
    per: Per | null
  }

function asIndicator({
  baselineState,
  baselineYear,
  value,
  numerator,
  denominator,
  targetValue,
  targetYear,
  ...row
}: IndicatorRow): Indicator {
  const baseline: Baseline =
    baselineState === 'none' || baselineYear === null
      ? { state: 'none' }
      : { state: 'measured', year: baselineYear, value, numerator, denominator }
  return { ...row, baseline, target: { value: targetValue, year: targetYear } }
}

export async function withIndicatorWords(
  db: Db,
  indicators: readonly Indicator[],
  language: LanguageCode,
): Promise<IndicatorRead[]> {
  const texts = await textsOf(
    db,
    indicators.map(({ id }) => ({ kind: 'plan-indicator', id })),
    language,
  )
  return indicators.map((indicator) => ({
    indicator,
    words: texts.get('plan-indicator', indicator.id) as IndicatorWords,
  }))
}

/** What indicators are called, for those who see their plans. */
export async function indicatorTitles(
  db: Db,
  actor: Actor,
  ids: readonly string[],
  language: LanguageCode,
): Promise<Map<string, TextRead>> {
  if (ids.length === 0) return new Map()
  const found = await indicatorsWhere(
    db,
    sql`n.id = any(${[...ids]}::text[]) and exists (select from plans p where p.id = n.plan and ${plansSeenBy(actor)})`,
  )
  const read = await withIndicatorWords(db, found, language)
  return new Map(
    read.flatMap(({ indicator, words }): [string, TextRead][] =>
      words.name ? [[indicator.id, words.name]] : [],
    ),
  )
}

/** All that was measured of indicators, the earliest first, each with what was said before. */
export async function actualsOf(db: Db, indicators: readonly string[]): Promise<Actual[]> {
  if (indicators.length === 0) return []
  return actualsWhere(db, sql`a.indicator = any(${[...indicators]}::text[])`)
}

export const actualById = async (db: Db, id: string): Promise<Actual | null> =>
  (await actualsWhere(db, sql`a.id = ${id}`))[0] ?? null

async function actualsWhere(db: Db, where: RawBuilder<unknown>): Promise<Actual[]> {
  const found = await sql<Actual>`
    select a.id, a.indicator, a.measured_on::text as "on", a.value::float8 as value, a.numerator::float8 as numerator,
      a.denominator::float8 as denominator, a.note, a.language, a.evidence, a.parts, a.revision, a.changed_at as "changedAt",
      coalesce((select jsonb_agg(jsonb_build_object('revision', b.revision, 'content', b.content,
          'changedAt', b.changed_at, 'reason', b.reason) order by b.revision desc)
        from plan_actual_revisions b where b.actual = a.id), '[]') as before
    from plan_actuals a where ${where} order by a.indicator, a.measured_on`.execute(db)
  return found.rows.map((row) => ({ ...row, before: row.before.map(asBefore) }))
}

/** Instants inside JSON are texts. */
const asBefore = (before: ActualBefore): ActualBefore => ({
  ...before,
  // What was corrected before parts were kept has none.
  content: { ...before.content, parts: before.content.parts ?? [] },
  changedAt: new Date(before.changedAt),
})
