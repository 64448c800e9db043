/** For each new segment the old one that it continues: as it was ('same'), edited ('changed'), or none ('new'). */
export type Continued = { from: number; kind: 'same' | 'changed' } | { from: null; kind: 'new' }

/**
 * Which old segment each new one continues, so that an edit leaves the translations of all others alone.
 * Equal segments are found first, in order and then moved ones; what stands between them is paired by likeness.
 */
export function alignSegments(old: readonly string[], now: readonly string[]): Continued[] {
  const from = inOrder(old, now)
  const taken = new Set(from.filter((place) => place !== null))
  for (const [place, text] of now.entries()) {
    if (from[place] !== null) continue
    const moved = old.findIndex((other, index) => other === text && !taken.has(index))
    if (moved === -1) continue
    from[place] = moved
    taken.add(moved)
  }
  const result: Continued[] = from.map((place) =>
    place === null ? { from: null, kind: 'new' } : { from: place, kind: 'same' },
  )
  for (const { olds, news } of gapsBetween(from, old.length)) {
    const free = olds.filter((place) => !taken.has(place))
    const open = news.filter((place) => from[place] === null)
    for (const [index, place] of likest(
      free.map((one) => old[one] ?? ''),
      open.map((one) => now[one] ?? ''),
    )) {
      const [oldPlace, newPlace] = [free[index], open[place]]
      if (oldPlace !== undefined && newPlace !== undefined)
        result[newPlace] = { from: oldPlace, kind: 'changed' }
    }
  }
  return result
}

/** The longest run of equal segments in the same order. */
function inOrder(old: readonly string[], now: readonly string[]): (number | null)[] {
  const best = table(old.length + 1, now.length + 1)
  for (let a = old.length - 1; a >= 0; a -= 1)
    for (let b = now.length - 1; b >= 0; b -= 1)
      set(
        best,
        a,
        b,
        old[a] === now[b] ? at(best, a + 1, b + 1) + 1 : Math.max(at(best, a + 1, b), at(best, a, b + 1)),
      )
  const from: (number | null)[] = now.map(() => null)
  for (let a = 0, b = 0; a < old.length && b < now.length;) {
    if (old[a] === now[b]) from[b++] = a++
    else if (at(best, a + 1, b) >= at(best, a, b + 1)) a += 1
    else b += 1
  }
  return from
}

/** What stands between two segments that are the same on both sides. Moved ones divide nothing. */
function gapsBetween(from: readonly (number | null)[], oldCount: number) {
  const gaps: { olds: number[]; news: number[] }[] = []
  let lastOld = -1
  let lastNew = -1
  const close = (oldEnd: number, newEnd: number) => {
    gaps.push({ olds: range(lastOld + 1, oldEnd), news: range(lastNew + 1, newEnd) })
    lastOld = oldEnd
    lastNew = newEnd
  }
  for (const [place, old] of from.entries()) if (old !== null && old > lastOld) close(old, place)
  close(oldCount, from.length)
  return gaps
}

const range = (start: number, end: number) =>
  Array.from({ length: Math.max(0, end - start) }, (_, i) => start + i)

// Less alike than this, a segment is another one: its translation would only mislead.
const leastLikeness = 0.35
const mostPairs = 40_000

/** Pairs in order that are most alike in sum. */
function likest(olds: readonly string[], news: readonly string[]): [number, number][] {
  if (olds.length === 0 || news.length === 0 || olds.length * news.length > mostPairs) return []
  const [oldPairs, newPairs] = [olds.map(letterPairs), news.map(letterPairs)]
  const likeness = olds.map((_, a) =>
    news.map((__, b) =>
      alike(oldPairs[a] ?? new Map<string, number>(), newPairs[b] ?? new Map<string, number>()),
    ),
  )
  const worth = (a: number, b: number) => {
    const value = likeness[a]?.[b] ?? 0
    return value >= leastLikeness ? value : 0
  }
  const best = table(olds.length + 1, news.length + 1)
  for (let a = olds.length - 1; a >= 0; a -= 1)
    for (let b = news.length - 1; b >= 0; b -= 1)
      set(best, a, b, Math.max(at(best, a + 1, b), at(best, a, b + 1), worth(a, b) + at(best, a + 1, b + 1)))
  const pairs: [number, number][] = []
  for (let a = 0, b = 0; a < olds.length && b < news.length;) {
    if (worth(a, b) > 0 && at(best, a, b) === worth(a, b) + at(best, a + 1, b + 1)) pairs.push([a++, b++])
    else if (at(best, a + 1, b) >= at(best, a, b + 1)) a += 1
    else b += 1
  }
  return pairs
}

function letterPairs(text: string): Map<string, number> {
  const letters = [...` ${text.toLowerCase()} `]
  const pairs = new Map<string, number>()
  for (let place = 0; place + 1 < letters.length; place += 1) {
    const pair = `${letters[place]}${letters[place + 1]}`
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
  }
  return pairs
}

/** Dice's measure: what two texts share of their neighbouring letters. Works in every script. */
function alike(one: Map<string, number>, other: Map<string, number>): number {
  let shared = 0
  for (const [pair, count] of one) shared += Math.min(count, other.get(pair) ?? 0)
  const all = sum(one) + sum(other)
  return all === 0 ? 0 : (2 * shared) / all
}

const sum = (pairs: Map<string, number>) => [...pairs.values()].reduce((total, count) => total + count, 0)

type Table = { width: number; cells: Float64Array }
const table = (height: number, width: number): Table => ({ width, cells: new Float64Array(height * width) })
const at = ({ width, cells }: Table, a: number, b: number) => cells[a * width + b] ?? 0
const set = ({ width, cells }: Table, a: number, b: number, value: number) => {
  cells[a * width + b] = value
}
