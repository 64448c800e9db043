import { permit } from '#platform/access/rights.ts'
import type { Db, Tx } from '#platform/database/tables.ts'
import { Refusal, type Issue } from '#platform/errors.ts'
import type { LanguageCode } from '#platform/languages.ts'
import { newShortId } from '#platform/short-id.ts'
import { holdTexts } from '#platform/texts/texts.ts'
import { lockItem, type By } from '../held-plan-commands.ts'
import { refuseEnded } from '../item-commands.ts'
import type { Item } from '../item.ts'
import { levelOf } from '../plan-types/plan-type.ts'
import { planType } from '../plan-types/type-queries.ts'
import { writeIndicatorWords, type InOthers } from '../word-commands.ts'
import { changeIndicator, lockIndicator, noteIndicator } from './held-indicator-commands.ts'
import type { Dimension } from './dimension.ts'
import { indicatorsOfPlan } from './indicator-queries.ts'
import { indicatorRights, indicatorThing } from './indicator-rights.ts'
import { mostIndicators, type Indicator, type IndicatorContent, type IndicatorField } from './indicator.ts'

export type IndicatorTexts = Record<IndicatorField, string>

export type NewIndicator = By & {
  item: string
  language: LanguageCode
  words: IndicatorTexts
  /** The same in further languages, where those who lead the plan give them at once. */
  alsoIn?: InOthers<IndicatorField>
  content: IndicatorContent
}

type Made = { issues: Issue[] } | { id: string }

/** A further indicator of an item whose level is measured. */
export const addIndicator = (db: Db, asked: NewIndicator): Promise<Made> =>
  db.transaction().execute((tx) => addIndicatorIn(tx, asked))

/** The same in a transaction that is open. */
export async function addIndicatorIn(tx: Tx, asked: NewIndicator): Promise<Made> {
  const { actor, at, language, words, alsoIn = {}, content } = asked
  const { plan, item } = await lockItem(tx, actor, asked.item)
  permit(indicatorRights, 'edit', actor, indicatorThing(plan))
  refuseEnded(item)
  const type = await planType(tx, plan.type)
  if (type === null || levelOf(type, item.level)?.measured !== true)
    throw new Refusal(409, 'indicators.not-measured')
  const beside = (await indicatorsOfPlan(tx, plan.id)).filter((one) => one.item === item.id)
  if (beside.length >= mostIndicators)
    return { issues: [{ field: 'name', key: 'indicators.too-many', values: { most: mostIndicators } }] }
  const place = Math.max(0, ...beside.map((one) => one.place)) + 1
  const indicator = await insertIndicator(tx, { item, place, language, content }, at)
  await noteIndicator(tx, indicator, { actor, at, act: 'add-indicator' })
  await writeIndicatorWords(tx, plan, indicator, { language, words, alsoIn }, { actor, at })
  return { id: indicator.id }
}

type IndicatorRow = {
  item: Pick<Item, 'id' | 'plan'>
  place: number
  language: LanguageCode
  content: IndicatorContent
  lineage?: string
  carriedFrom?: string
}

async function insertIndicator(
  tx: Tx,
  { item, place, language, content, lineage, carriedFrom }: IndicatorRow,
  at: Date,
): Promise<Pick<Indicator, 'id' | 'plan' | 'item' | 'language'>> {
  const id = newShortId()
  await tx
    .insertInto('plan_indicators')
    .values({
      id,
      plan: item.plan,
      item: item.id,
      place,
      lineage: lineage ?? id,
      carried_from: carriedFrom ?? null,
      state: 'active',
      language,
      ...columnsOf(content),
      revision: 1,
      created_at: at,
      updated_at: at,
    })
    .execute()
  return { id, plan: item.plan, item: item.id, language }
}

const columnsOf = ({
  frequency,
  direction,
  disaggregation,
  per,
  baseline,
  target,
  dimensions,
}: IndicatorContent) => {
  const from = baseline.state === 'none' ? noFigure : baseline
  return {
    frequency,
    direction,
    disaggregation: [...disaggregation],
    per,
    baseline: baseline.state,
    baseline_year: baseline.state === 'none' ? null : baseline.year,
    baseline_value: from.value,
    baseline_numerator: from.numerator,
    baseline_denominator: from.denominator,
    target_value: target.value,
    target_year: target.year,
    dimensions: JSON.stringify(dimensions),
  }
}

const noFigure = { value: null, numerator: null, denominator: null }

export type ChangedIndicator = By & {
  id: string
  revision: number | undefined
  content: IndicatorContent
  words: IndicatorTexts
}

/** All that is typed of an indicator, in the language in which it was written first. */
export const changeIndicatorContent = (db: Db, asked: ChangedIndicator): Promise<void> =>
  db.transaction().execute((tx) => changeIndicatorIn(tx, asked))

export async function changeIndicatorIn(
  tx: Tx,
  { actor, at, id, revision, content, words }: ChangedIndicator,
): Promise<void> {
  const { plan, indicator } = await lockIndicator(tx, actor, id, revision)
  permit(indicatorRights, 'edit', actor, indicatorThing(plan))
  refuseDropped(indicator)
  await holdTexts(tx, [{ kind: 'plan-indicator', id }])
  await changeIndicator(tx, indicator, columnsOf(content), { actor, at, act: 'edit-indicator' })
  await writeIndicatorWords(tx, plan, indicator, { language: indicator.language, words }, { actor, at })
}

/** The words of an indicator in a further language. */
export const changeIndicatorWords = (
  db: Db,
  {
    actor,
    at,
    id,
    revision,
    dimensions,
    ...given
  }: By & {
    id: string
    revision?: number
    language: LanguageCode
    words: IndicatorTexts
    dimensions: readonly Dimension[]
  },
): Promise<void> =>
  db.transaction().execute(async (tx) => {
    const { plan, indicator } = await lockIndicator(tx, actor, id, revision)
    permit(indicatorRights, 'edit', actor, indicatorThing(plan))
    refuseDropped(indicator)
    await holdTexts(tx, [{ kind: 'plan-indicator', id }])
    const facts = { language: given.language }
    const columns = { dimensions: JSON.stringify(dimensions) }
    await changeIndicator(tx, indicator, columns, { actor, at, act: 'word-indicator', facts })
    await writeIndicatorWords(tx, plan, indicator, given, { actor, at })
  })

export type DroppedIndicator = By & { id: string; revision: number | undefined; reason: string }

/** Takes an indicator out. It stays readable at its address. */
export const dropIndicator = (db: Db, asked: DroppedIndicator): Promise<{ item: string }> =>
  db.transaction().execute((tx) => dropIndicatorIn(tx, asked))

export async function dropIndicatorIn(
  tx: Tx,
  { actor, at, id, revision, reason }: DroppedIndicator,
): Promise<{ item: string }> {
  const { plan, indicator } = await lockIndicator(tx, actor, id, revision)
  permit(indicatorRights, 'edit', actor, indicatorThing(plan))
  refuseDropped(indicator)
  await changeIndicator(tx, indicator, { state: 'dropped' }, { actor, at, act: 'drop-indicator', reason })
  return { item: indicator.item }
}

function refuseDropped({ state }: Indicator): void {
  if (state !== 'active') throw new Refusal(409, 'indicators.dropped')
}

/** Indicators go along with an item into the next plan and keep their lineage; resolves to which became which. */
export async function carryIndicators(
  tx: Tx,
  indicators: readonly Indicator[],
  to: Pick<Item, 'id' | 'plan'>,
  { actor, at }: By,
): Promise<{ from: string; to: string }[]> {
  const made: { from: string; to: string }[] = []
  for (const { id, place, language, lineage, ...content } of indicators) {
    const row = await insertIndicator(
      tx,
      { item: to, place, language, content, lineage, carriedFrom: id },
      at,
    )
    await noteIndicator(tx, row, { actor, at, act: 'carry-indicator', facts: { from: id } })
    made.push({ from: id, to: row.id })
  }
  return made
}

/** An item that is split hands its indicators on to its first part, with all that was measured. */
export async function handOnIndicators(
  tx: Tx,
  from: Pick<Item, 'id' | 'plan'>,
  to: string,
  { actor, at }: By,
): Promise<void> {
  const all = (await indicatorsOfPlan(tx, from.plan)).filter(({ item }) => item === from.id)
  for (const indicator of all)
    await changeIndicator(
      tx,
      indicator,
      { item: to },
      { actor, at, act: 'hand-on-indicator', facts: { from: from.id } },
    )
}
