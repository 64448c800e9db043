/**
 * How many letters must be put in, left out, changed or exchanged with their neighbour to make one word of the other
 * (Damerau and Levenshtein, restricted); `most + 1` for everything farther.
 */
export function editDistance(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1
  let beforeLast: number[] = []
  let last = Array.from({ length: other.length + 1 }, (_, place) => place)
  for (let row = 1; row <= one.length; row += 1) {
    const line = [row]
    for (let place = 1; place <= other.length; place += 1) {
      const isSame = one[row - 1] === other[place - 1]
      const isExchanged = one[row - 1] === other[place - 2] && one[row - 2] === other[place - 1]
      const changed = (last[place - 1] ?? 0) + Number(!isSame)
      const shifted = Math.min(last[place] ?? 0, line[place - 1] ?? 0) + 1
      const exchanged = isExchanged && row > 1 ? (beforeLast[place - 2] ?? 0) + 1 : Infinity
      line.push(Math.min(changed, shifted, exchanged))
    }
    if (Math.min(...line) > most) return most + 1
    beforeLast = last
    last = line
  }
  return Math.min(last[other.length] ?? 0, most + 1)
}

/** A third of the letters may be wrong, one of two, none of one. */
export const mostWrong = (word: string): number =>
  word.length < 2 ? 0 : Math.max(1, Math.floor(word.length / 3))
