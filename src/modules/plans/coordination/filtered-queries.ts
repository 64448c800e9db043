import { sql, type RawBuilder } from 'kysely'

/** A chosen filter, and whether a row fits it. */
export type Chosen<Facet extends string> = readonly [facet: Facet, fits: RawBuilder<unknown>]

/**
 * Which of the chosen filters a row misses. With it one pass counts all filters: a value counts where nothing is missed but its own
 * filter.
 */
export const missesOf = <Facet extends string>(chosen: readonly Chosen<Facet>[]): RawBuilder<string[]> =>
  chosen.length === 0
    ? sql<string[]>`'{}'::text[]`
    : sql<string[]>`array_remove(array[${sql.join(
        chosen.map(([facet, fits]) => sql`case when ${fits} then null else ${sql.lit(facet)} end`),
      )}]::text[], null)`

export type Count = { facet: string; value: string; count: number }

/** How many rows each value has, by filter and in no order; a row that knows no value counts nowhere. */
export function countsBy<Facet extends string>(
  facets: readonly Facet[],
  counts: readonly Count[],
): Record<Facet, Map<string, number>> {
  const by = Map.groupBy(counts, ({ facet }) => facet)
  return Object.fromEntries(
    facets.map((facet) => [facet, new Map((by.get(facet) ?? []).map(({ value, count }) => [value, count]))]),
  ) as Record<Facet, Map<string, number>>
}
