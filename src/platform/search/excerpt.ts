import type { Mark } from './search-marks.ts'

const longest = 240
const before = 40

/** The stretch of a text that holds most marks, cut at white space where there is any, with the marks as they stand in it. */
export function excerptOf(text: string, marks: readonly Mark[]): { text: string; marks: Mark[] } {
  const { from, to } = stretchOf(text, marks)
  const lead = from > 0 ? '… ' : ''
  const shift = lead.length - from
  return {
    text: `${lead}${text.slice(from, to)}${to < text.length ? ' …' : ''}`,
    marks: marks
      .filter(([start, end]) => start >= from && end <= to)
      .map(([start, end]): Mark => [start + shift, end + shift]),
  }
}

function stretchOf(text: string, marks: readonly Mark[]): { from: number; to: number } {
  if (text.length <= longest) return { from: 0, to: text.length }
  const held = (start: number) => marks.filter(([from, to]) => from >= start && to <= start + longest).length
  const starts = marks.map(([from]) => Math.max(0, from - before))
  const best = starts.toSorted((a, b) => held(b) - held(a) || a - b)[0] ?? 0
  const from = best === 0 ? 0 : wordEdge(text, best)
  const to = Math.min(text.length, from + longest)
  return { from, to: to === text.length ? to : Math.max(wordEdgeBefore(text, to), from + longest / 2) }
}

function wordEdge(text: string, at: number): number {
  const space = text.slice(at, at + 25).search(/\s/)
  return space < 0 ? wholeCharacter(text, at) : at + space + 1
}

function wordEdgeBefore(text: string, at: number): number {
  const space = text.slice(at - 25, at).search(/\s\S*$/)
  return space < 0 ? wholeCharacter(text, at) : at - 25 + space
}

/** Never in the middle of a character that takes two places. */
const wholeCharacter = (text: string, at: number) => (/[\udc00-\udfff]/.test(text[at] ?? '') ? at - 1 : at)
