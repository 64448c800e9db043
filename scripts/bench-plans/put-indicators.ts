import { indicatorFields } from '#modules/plans/indicators/indicator.ts'
import { operator } from '#platform/access/actor.ts'
import type { Tx } from '#platform/database/tables.ts'
import { newShortId } from '#platform/short-id.ts'
import type { InventedPlan } from './invented-plans.ts'
import { inParts, putWords } from './put.ts'
import { otherLanguages } from './words.ts'

/** The indicators of a draft with their words; resolves to their ids by the place of the item. */
export async function putIndicators(
  tx: Tx,
  { plan, id, items }: { plan: InventedPlan; id: string; items: readonly string[] },
  at: Date,
): Promise<Map<number, string>> {
  const { language } = plan
  const made = plan.items.flatMap(({ indicator }, place) =>
    indicator === null ? [] : [{ indicator, place, id: newShortId() }],
  )
  await inParts(made, (some) =>
    tx
      .insertInto('plan_indicators')
      .values(
        some.map(({ indicator: { content }, place, id: indicator }) => ({
          ...{
            id: indicator,
            plan: id,
            item: items[place] ?? '',
            place: 1,
            lineage: indicator,
            carried_from: null,
          },
          ...{ state: 'active' as const, language, ...columnsOf(content) },
          ...{ revision: 1, created_at: at, updated_at: at },
        })),
      )
      .execute(),
  )
  await putWords(
    tx,
    made.flatMap(({ indicator: { words }, id: indicator }) =>
      indicatorFields.map((field) => ({
        ...{ kind: 'plan-indicator', id: indicator, field, language, text: words[language][field] },
        alsoIn: otherLanguages(words, language, field),
        visibility: 'secretariat' as const,
      })),
    ),
    at,
  )
  return new Map(made.map(({ place, id: indicator }) => [place, indicator]))
}

type Content = NonNullable<InventedPlan['items'][number]['indicator']>['content']

const columnsOf = ({ frequency, direction, disaggregation, dimensions, per, baseline, target }: Content) => ({
  dimensions: JSON.stringify(dimensions),
  ...{ frequency, direction, disaggregation: [...disaggregation], per, baseline: baseline.state },
  baseline_year: baseline.state === 'none' ? null : baseline.year,
  baseline_value: baseline.state === 'none' ? null : baseline.value,
  ...{ baseline_numerator: null, baseline_denominator: null },
  ...{ target_value: target.value, target_year: target.year },
})

/** What was measured, at the end of each year. */
export async function putActuals(
  tx: Tx,
  { plan, indicators }: { plan: InventedPlan; indicators: ReadonlyMap<number, string> },
): Promise<void> {
  const rows = [...indicators].flatMap(([place, indicator]) =>
    (plan.items[place]?.indicator?.actuals ?? []).map(({ on, value }) => ({
      ...{ id: newShortId(), indicator, measured_on: on, value, numerator: null, denominator: null },
      ...{ note: null, language: plan.language, evidence: '[]', parts: '[]' },
      ...{ revision: 1, changed_at: measuredAt(on), changed_by: operator.id },
    })),
  )
  await inParts(rows, (some) => tx.insertInto('plan_actuals').values(some).execute())
}

export const measuredAt = (on: string): Date => new Date(`${on}T18:00:00Z`)
