import type { LanguageCode } from '../language-code.ts'
import { findAct, wordsOf } from '../languages/acts.ts'
import { forgiving } from '../languages/pattern.ts'
import { narrow } from './characters.ts'
import { parseHeading } from './headings.ts'
import { labelAt } from './label-context.ts'
import type { Line } from './line.ts'
import { partSign } from './part-sign.ts'

export type Formula = { start: number; end: number; text: string }

/** 'The Plenipotentiary Conference … (Dubai, 2018),': the organ that speaks, up to its comma, before the first paragraph. */
export function findFormula(lines: Line[], language: LanguageCode, from = 0): Formula | null {
  const use = expressionsOf(language)
  const { opening, whole } = use
  for (let start = from; start < lines.length; start++) {
    const first = lines[start]
    if (!first || first.label !== null || !opening.test(first.text)) continue
    let text = ''
    for (let end = start + 1; end <= Math.min(start + 5, lines.length); end++) {
      const line = lines[end - 1]
      if (!line || (end > start + 1 && (line.whole || (line.starts === 'yes' && !isBracketOpen(text))))) break
      text = text === '' ? line.text : `${text} ${line.text}`
      if (text.length > 320) break
      const run = runOn(text, whole, language)
      if (run !== null) splitLine(lines, end - 1, run)
      const isWhole = run !== null || whole.test(narrow(text)) || isBareOrgan(line, text, use, language)
      if (isWhole && opensBody(lines, end, language)) {
        const formula = run === null ? text : text.slice(0, text.length - run.length).trim()
        return nearest(lines, { start, end, text: formula }, use)
      }
    }
  }
  return null
}

/** '… (Tashkent, 2034' goes on in the next line, however short the line is. */
const isBracketOpen = (text: string): boolean => /[(（][^)）]*$/.test(text)

/** A title may name an organ too; the formula is what stands nearest to the first paragraph. */
function nearest(lines: Line[], formula: Formula, { opening, whole }: Expressions): Formula {
  for (let start = formula.end - 1; start > formula.start; start--) {
    const text = lines
      .slice(start, formula.end)
      .map((line) => line.text)
      .join(' ')
    if (opening.test(text) && whole.test(narrow(text)) && formula.text.endsWith(text))
      return { ...formula, start, text }
  }
  return formula
}

/** 'The General Assembly' without a comma, before 'Adopts the following …'. */
function isBareOrgan(line: Line, text: string, { whole }: Expressions, language: LanguageCode): boolean {
  if (language === 'zh' || text.length > 80 || !/^\p{Lu}|^إن /u.test(text)) return false
  return line.starts !== 'no' && whole.test(`${narrow(text)},`)
}

/** The first paragraph may stand in the formula's own line: 'The Council, Recalling …'. */
function runOn(text: string, whole: RegExp, language: LanguageCode): string | null {
  for (const comma of text.matchAll(/[,،，:：]\s*/gu)) {
    const head = text.slice(0, comma.index + 1)
    const rest = text.slice(comma.index + comma[0].length)
    if (rest !== '' && whole.test(narrow(head)) && findAct(rest, language)) return rest
  }
  return null
}

function splitLine(lines: Line[], index: number, rest: string): void {
  const line = lines[index]
  if (!line || line.text === rest) return
  const head = { ...line, text: line.text.slice(0, line.text.length - rest.length).trim(), marks: [] }
  lines.splice(index, 1, head, { ...line, text: rest, starts: 'yes', newPage: false, italicLead: 0 })
}

function opensBody(lines: Line[], index: number, language: LanguageCode): boolean {
  const line = lines[index]
  if (!line) return false
  if (partSign(line.text, language) !== null) return true
  const label = labelAt(line)
  const text = label && line.label === null ? line.text.slice(label.length) : line.text
  const act = findAct(text, language)
  if (act) return true
  return parseHeading(text, language, 'preamble')?.certain ?? false
}

type Expressions = { opening: RegExp; whole: RegExp }
const prepared = new Map<LanguageCode, Expressions>()

function expressionsOf(language: LanguageCode): Expressions {
  let use = prepared.get(language)
  if (!use) {
    const organ = forgiving(wordsOf[language].organs)
    const more = language === 'zh' ? '[^，,。；;]{0,40}' : '[^,،;.(]{0,160}'
    use = {
      opening: new RegExp(`^(?:${organ})`, 'iu'),
      whole: new RegExp(`^(?:${organ})${more}(?:\\s*[(（][^)）]{1,80}[)）])?${more}\\s*[,،，:：]$`, 'iu'),
    }
    prepared.set(language, use)
  }
  return use
}
