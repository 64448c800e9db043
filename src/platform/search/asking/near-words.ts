import { termText, type Dictionary } from '../segment/dictionary.ts'

export type NearWord = { term: number; text: string; distance: number }

/** How many rows of the comparison may still be computed, each of a letter with all letters of the word. */
export type Budget = { rows: number }

/**
 * The words of a space that differ from the word asked for by at most so many letters (one put in, left out, changed, or two
 * exchanged). The dictionary is sorted, so that what is computed for the beginning of one word serves the next, and all words
 * with a beginning that is too far away are passed over at once. Words with the same first letter are looked at first.
 */
export function nearWords(
  dictionary: Dictionary,
  space: number,
  word: string,
  most: number,
  budget: Budget,
): NearWord[] {
  const found: NearWord[] = []
  const from = dictionary.spaces[space]!
  const to = dictionary.spaces[space + 1]!
  const sameFrom = boundary(dictionary, from, to, word.charCodeAt(0))
  const sameTo = boundary(dictionary, sameFrom, to, word.charCodeAt(0) + 1)
  walk(dictionary, sameFrom, sameTo, word, most, budget, found)
  walk(dictionary, from, sameFrom, word, most, budget, found)
  walk(dictionary, sameTo, to, word, most, budget, found)
  return found
}

function boundary({ units, starts }: Dictionary, from: number, to: number, unit: number): number {
  let low = from
  let high = to
  while (low < high) {
    const middle = (low + high) >>> 1
    if (units[starts[middle]!]! < unit) low = middle + 1
    else high = middle
  }
  return low
}

function walk(
  dictionary: Dictionary,
  from: number,
  to: number,
  word: string,
  most: number,
  budget: Budget,
  found: NearWord[],
): void {
  const { units, starts } = dictionary
  const width = word.length + 1
  const deepest = word.length + most
  const rows = new Uint8Array((deepest + 1) * width).map((_, place) => place)
  const letters = new Uint16Array(deepest)
  let valid = 0
  let term = from
  while (term < to && budget.rows > 0) {
    const start = starts[term]!
    const length = starts[term + 1]! - start
    let depth = 0
    while (depth < valid && depth < length && letters[depth] === units[start + depth]) depth++
    let least = 0
    while (depth < length && depth < deepest && least <= most) {
      letters[depth] = units[start + depth]!
      least = nextRow(rows, letters, depth + 1, word)
      depth++
      budget.rows--
    }
    valid = depth
    if (least > most || (depth === deepest && depth < length)) {
      term = afterPrefix(dictionary, term, to, depth)
      continue
    }
    const distance = rows[depth * width + word.length]!
    if (depth === length && distance <= most) found.push({ term, text: termText(dictionary, term), distance })
    term++
  }
}

/** Computes one row from those before it and gives its least distance. */
function nextRow(rows: Uint8Array, letters: Uint16Array, depth: number, word: string): number {
  const width = word.length + 1
  const row = depth * width
  const above = row - width
  const letter = letters[depth - 1]!
  rows[row] = depth
  let least = depth
  for (let place = 1; place < width; place++) {
    const same = word.charCodeAt(place - 1) === letter ? 0 : 1
    let distance = Math.min(
      rows[above + place]! + 1,
      rows[row + place - 1]! + 1,
      rows[above + place - 1]! + same,
    )
    const isExchanged =
      depth > 1 &&
      place > 1 &&
      word.charCodeAt(place - 2) === letter &&
      word.charCodeAt(place - 1) === letters[depth - 2]
    if (isExchanged) distance = Math.min(distance, rows[above - width + place - 2]! + 1)
    rows[row + place] = distance
    if (distance < least) least = distance
  }
  return least
}

/** The first term that does not begin with the first letters of this one: found by growing steps, then by halving. */
function afterPrefix({ units, starts }: Dictionary, term: number, to: number, length: number): number {
  const start = starts[term]!
  const begins = (other: number) => {
    const from = starts[other]!
    if (starts[other + 1]! - from < length) return false
    for (let place = 0; place < length; place++) {
      if (units[from + place] !== units[start + place]) return false
    }
    return true
  }
  let step = 1
  while (term + step < to && begins(term + step)) step *= 2
  let low = term + (step >>> 1)
  let high = Math.min(term + step, to)
  while (low < high) {
    const middle = (low + high) >>> 1
    if (begins(middle)) low = middle + 1
    else high = middle
  }
  return low
}
