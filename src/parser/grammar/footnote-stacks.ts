import type { Line } from './line.ts'
import { endsSentence } from './terminators.ts'

export type Stack = { marks: string[]; texts: string[][]; at: string; count: number }

const loneMark = /^(?:\d{1,3}|\*{1,4}|[†‡§])$/
const markWithText = /^(\d{1,3}|\*{1,4}|[†‡§])\s+(?=\S)/

/**
 * Some tools print a column of marks first and then the texts that stand beside them: '1', '2', 'See …', 'See …'.
 * Each mark gets one sentence, the last one what is left.
 */
export function stackOfNotes(lines: Line[], start: number): Stack | null {
  const marks: string[] = []
  let index = start
  while (loneMark.test(lines[index]?.text ?? '')) marks.push(lines[index++]?.text ?? '')
  const last = lines[index]
  const joined = markWithText.exec(last?.text ?? '')
  if (marks.length === 0 || !last || !joined?.[1] || !isRising([...marks, joined[1]])) return null
  marks.push(joined[1])
  const texts: string[][] = [[last.text.slice(joined[0].length)]]
  for (index++; index < lines.length && index - start < 60; index++) {
    const line = lines[index]
    const open = texts.at(-1)
    if (!line || !open || line.newPage) break
    if (!endsSentence(open.at(-1) ?? '')) open.push(line.text)
    else if (texts.length < marks.length) texts.push([line.text])
    else break
  }
  return texts.length === marks.length ? { marks, texts, at: last.at, count: index - start } : null
}

function isRising(marks: string[]): boolean {
  const numbers = marks.filter((mark) => /^\d/.test(mark)).map(Number)
  return numbers.every((number, index) => index === 0 || number === (numbers[index - 1] ?? 0) + 1)
}
