import { wordDifference, type Segment } from '#platform/word-difference.ts'
import type { ShownLine } from './shown.ts'

/** A line of the text with the words that were taken out and put in; unchanged lines have no segments. */
export type ComparedLine = { segments: Segment[] | null; line: ShownLine; isGone: boolean }

/** Line after line what has changed; lines that took each other's place are compared word by word. */
export function comparedLines(before: readonly ShownLine[], after: readonly ShownLine[]): ComparedLine[] {
  const compared: ComparedLine[] = []
  let [i, j] = [0, 0]
  for (const [one, other] of [...sameLines(before, after), [before.length, after.length] as const]) {
    const gone = before.slice(i, one)
    const come = after.slice(j, other)
    for (let place = 0; place < Math.max(gone.length, come.length); place += 1) {
      const [old, next] = [gone[place], come[place]]
      const line = next ?? old
      if (line === undefined) continue
      const segments = wordDifference(old?.shown ?? '', next?.shown ?? '')
      compared.push({ line, segments, isGone: next === undefined })
    }
    const same = before[one]
    // The marks as they stand in the text already, so that taking a section in changes nothing else in it.
    if (same !== undefined) compared.push({ line: same, segments: null, isGone: false })
    ;[i, j] = [one + 1, other + 1]
  }
  return compared
}

// Beyond this many, the middle is shown as replaced whole.
const mostCells = 4_000_000

/** Pairs of places at which both have the same line, in one order. */
function sameLines(before: readonly ShownLine[], after: readonly ShownLine[]): [number, number][] {
  const isSame = (i: number, j: number) => before[i]?.shown === after[j]?.shown
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && isSame(start, start)) start += 1
  let end = 0
  while (end < shorter - start && isSame(before.length - 1 - end, after.length - 1 - end)) end += 1
  const middle = { rows: before.length - start - end, columns: after.length - start - end }
  const between =
    middle.rows * middle.columns > mostCells
      ? []
      : commonLines(middle, (i, j) => isSame(i + start, j + start))
  return [
    ...Array.from({ length: start }, (_, place): [number, number] => [place, place]),
    ...between.map(([i, j]): [number, number] => [i + start, j + start]),
    ...Array.from({ length: end }, (_, place): [number, number] => [
      before.length - end + place,
      after.length - end + place,
    ]),
  ]
}

type Sides = { rows: number; columns: number }

/** As many pairs as can stand in one order. */
function commonLines(
  { rows, columns }: Sides,
  isSame: (i: number, j: number) => boolean,
): [number, number][] {
  const width = columns + 1
  const longest = new Uint32Array((rows + 1) * width)
  const at = (i: number, j: number) => longest[i * width + j] ?? 0
  for (let i = rows - 1; i >= 0; i -= 1)
    for (let j = columns - 1; j >= 0; j -= 1)
      longest[i * width + j] = isSame(i, j) ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  const pairs: [number, number][] = []
  let [i, j] = [0, 0]
  while (i < rows && j < columns) {
    if (isSame(i, j)) pairs.push([i++, j++])
    else if (at(i + 1, j) >= at(i, j + 1)) i += 1
    else j += 1
  }
  return pairs
}

/** Lines as the text of a section: those of one list below each other, all else apart. */
export function textOf(lines: readonly ShownLine[]): string {
  let text = ''
  let last = ''
  let number = 0
  for (const { marks } of lines) {
    const sign = /^(?:- |1\. )/.exec(marks)?.[0] ?? ''
    const goesOn = sign !== '' && sign === last
    number = goesOn ? number + 1 : 1
    const line = sign === '1. ' ? `${number}. ${marks.slice(sign.length)}` : marks
    text += (text === '' ? '' : goesOn ? '\n' : '\n\n') + line
    last = sign
  }
  return text
}
