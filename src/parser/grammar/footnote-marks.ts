import type { Warning } from '../source.ts'
import type { Note } from './footnotes.ts'
import { gluedMark, narrowMark } from './footnotes.ts'
import type { Line } from './line.ts'

/** Finds the mark of each note in the text above it, takes it out and leaves it with the line. */
export function placeMarks(lines: Line[], notes: Note[], warnings: Warning[]): void {
  takeRaised(lines)
  const words = wordsOf(lines)
  let from = 0
  for (const note of notes) {
    if (lines.some(({ marks }) => marks.includes(note.mark))) continue
    const to = Math.min(lines.length, note.before)
    const spot =
      bestSpot(lines, note.mark, from, to, words) ??
      bestSpot(lines, note.mark, 0, to, words) ??
      bestSpot(lines, note.mark, to, lines.length, words) ??
      looseSpot(lines, note.mark, from, to)
    if (!spot) {
      warnings.push({ code: 'footnote-without-mark', values: { mark: note.mark }, at: note.at })
      continue
    }
    const line = lines[spot.line]
    if (!line) continue
    line.text = (line.text.slice(0, spot.start) + line.text.slice(spot.end)).trim()
    line.marks.push(note.mark)
    if (/\d/.test(note.mark)) from = spot.line
  }
}

/** Raised digits are marks wherever they hang on a word, with or without a note; 'km²' is none. */
function takeRaised(lines: Line[]): void {
  for (const line of lines) {
    if (!/[¹²³⁴⁵⁶⁷⁸⁹⁰]/.test(line.text)) continue
    line.text = line.text.replace(
      /(?<!(?:^|[^\p{L}])[kcmd]?m)(?<=\S)\s?([¹²³⁴⁵⁶⁷⁸⁹⁰]+)/gu,
      (_, sign: string) => {
        line.marks.push(narrowMark(sign))
        return ''
      },
    )
  }
}

type Spot = { line: number; start: number; end: number; score: number }

function bestSpot(lines: Line[], mark: string, from: number, to: number, words: Set<string>): Spot | null {
  let best: Spot | null = null
  const expression = gluedMark(mark)
  for (let index = from; index < to; index++) {
    const text = lines[index]?.text ?? ''
    if (!text.includes(mark[0] ?? ' ') && !/[¹²³⁴⁵⁶⁷⁸⁹⁰]/.test(text)) continue
    for (const found of text.matchAll(expression)) {
      const score = scoreOf(text, found.index, mark, words)
      if (score > 0 && (!best || score > best.score))
        best = { line: index, start: found.index, end: found.index + found[0].length, score }
    }
  }
  return best
}

/** Raised marks are sometimes copied with a space before them: 'the Summit; 2' at the end of a line, 'the Assembly 2,'. */
function looseSpot(lines: Line[], mark: string, from: number, to: number): Spot | null {
  if (!/^\d+$/.test(mark)) return null
  const atEnd = new RegExp(`(?<=\\p{L}{3}[;,.]) ${mark}$`, 'u')
  const inside = new RegExp(`(?<=\\p{L}{4}) ${mark}(?=[,;.]( |$))`, 'u')
  for (let index = from; index < to; index++) {
    const text = lines[index]?.text ?? ''
    const found = atEnd.exec(text) ?? inside.exec(text)
    if (!found || counted.test(text.slice(0, found.index))) continue
    return { line: index, start: found.index, end: found.index + found[0].length, score: 1 }
  }
  return null
}

/** 'resolves 2,', 'paragraph 2.': the number belongs to the word before it. */
const counted =
  /(?:resolves|decides|instructs|invites|paragraphs?|phase|section|article|chapter|part|annex|line|group|objective|target|goal|table|figure|décide|paragraphe|point|alinéa|annexe|objectif|resuelve|párrafo|punto|anexo|objetivo|пункт\p{L}*|решает|раздел\p{L}*|приложени\p{L}*)[;,.]?$/iu

/** 'countries1' is a mark, 'C2' is a code: the word must exist without the digit, or look like a plain word. */
function scoreOf(text: string, at: number, mark: string, words: Set<string>): number {
  if (!/\d/.test(mark)) return 3
  if (/^(?:、|和|及|与|至)\s*\d/u.test(text.slice(at + mark.length))) return 0
  const before = text.slice(0, at)
  const word = /[\p{L}&/-]+$/u.exec(before)?.[0] ?? ''
  if (word === '') return afterSign(before)
  if (/^\p{Lu}$/u.test(word)) return 0
  if (words.has(word.toLowerCase())) return word.length > 2 ? 5 : 1
  if (/^\p{Lu}{2}$/u.test(word)) return 0
  return /\p{Ll}{3,}$/u.test(word) || /[\p{Script=Han}\p{Script=Arabic}]{2,}$/u.test(word) ? 4 : 1
}

/** A mark hangs on a bracket, a quote or a stop; after '3.' or '10,' the digit belongs to the number. */
function afterSign(before: string): number {
  if (/(?<!\d)\d{1,3}[.,]$/.test(before) || /^\P{L}*$/u.test(before)) return 0
  if (/(?:Add|Rev|Corr|Amend|[A-Z]\/L|No|Nos|[Pp]aras?|[Aa]rts?|[Cc]hap|[Vv]ol|[Pp]árrs?)\.$/u.test(before))
    return 0
  return /[)\]”"’»]$/.test(before) ? 3 : 2
}

function wordsOf(lines: Line[]): Set<string> {
  const words = new Set<string>()
  for (const { text } of lines)
    for (const [word] of text.toLowerCase().matchAll(/[\p{L}&/-]+(?![\p{L}\d&/-])/gu)) words.add(word)
  return words
}
