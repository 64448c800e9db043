import type { Pair } from './succession.ts'

/** The addresses of both revisions, each in its order. */
export type Sides = { before: string[]; after: string[] }

/**
 * The pairs that follow from where each later provision is said to come from: from none it is new, from several it was merged;
 * an earlier one that several come from was divided, and one that nothing comes from was dropped.
 */
export function pairsOf(sides: Sides, origins: Map<string, string[]>): Pair[] {
  const order = new Map(sides.before.map((before, place) => [before, place]))
  const rows = sides.after.flatMap((after): Pair[] => {
    const known = (origins.get(after) ?? []).filter((before) => order.has(before))
    const from = [...new Set(known)].sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0))
    return from.length === 0 ? [{ before: null, after }] : from.map((before) => ({ before, after }))
  })
  const named = new Set(rows.map(({ before }) => before))
  const dropped = sides.before.filter((before) => !named.has(before))
  return withDropped(sides.before, rows, dropped)
}

/** What was dropped stands after what stood before it. */
function withDropped(order: string[], rows: Pair[], dropped: string[]): Pair[] {
  const all = [...rows]
  for (const before of dropped) {
    const earlier = order.slice(0, order.indexOf(before))
    const place = all.findLastIndex((row) => row.before !== null && row.before === earlier.at(-1))
    all.splice(place + 1, 0, { before, after: null })
  }
  return all
}

/** Where each later provision comes from, by some pairs. */
export function originsOf(pairs: Pair[]): Map<string, string[]> {
  const origins = new Map<string, string[]>()
  for (const { before, after } of pairs) {
    if (after === null) continue
    origins.set(after, [...(origins.get(after) ?? []), ...(before === null ? [] : [before])])
  }
  return origins
}

/** Earlier provisions from which several later ones come. */
export function divided(pairs: Pair[]): string[] {
  const places = Map.groupBy(pairs, ({ before }) => before)
  return [...places].flatMap(([before, rows]) => (before !== null && rows.length > 1 ? [before] : []))
}

/** Later provisions that come from several earlier ones. */
export function merged(pairs: Pair[]): string[] {
  const places = Map.groupBy(pairs, ({ after }) => after)
  return [...places].flatMap(([after, rows]) => (after !== null && rows.length > 1 ? [after] : []))
}

/** A to B and B to C as A to C. What was new in B and dropped in C leaves no trace. */
export function composed(first: Pair[], second: Pair[]): Pair[] {
  const onward = Map.groupBy(second, ({ before }) => before)
  const through = first.flatMap(({ before, after }): Pair[] =>
    after === null
      ? [{ before, after: null }]
      : (onward.get(after) ?? []).map((next) => ({ before, after: next.after })),
  )
  const all = [...through, ...second.filter(({ before }) => before === null)]
  return withoutTraces(all)
}

/** Each pair once; a side that stands in a pair does not stand alone beside it. */
function withoutTraces(pairs: Pair[]): Pair[] {
  const whole = pairs.filter(({ before, after }) => before !== null && after !== null)
  const held = {
    before: new Set(whole.map(({ before }) => before)),
    after: new Set(whole.map(({ after }) => after)),
  }
  const alone = pairs.filter(
    ({ before, after }) =>
      (before === null) !== (after === null) &&
      !(before !== null && held.before.has(before)) &&
      !(after !== null && held.after.has(after)),
  )
  const known = new Map([...whole, ...alone].map((pair) => [`${pair.before} ${pair.after}`, pair]))
  return [...known.values()]
}
