import type { LanguageCode } from '../language-code.ts'
import { plain } from '../names/fold.ts'
import { actionLineWords, subLines } from '../names/action-line-words.ts'
import { goalsInAName, onlyAYear, sustainableDevelopment } from '../names/sustainable-development-words.ts'

/** What a unit of any kind touches, apart from who must do what. */
export type Marks = { actionLines: string[]; sdg: boolean; sdgOnlyInName: boolean }

/** `above` is the text of the units that this one hangs from: a list of codes may follow 'these action lines:'. */
export function marksOf(text: string, language: LanguageCode, above = ''): Marks {
  const folded = plain(text).text
  return {
    actionLines: actionLinesIn(folded, plain(above).text, language),
    ...sustainableDevelopmentIn(folded, language),
  }
}

function sustainableDevelopmentIn(
  folded: string,
  language: LanguageCode,
): { sdg: boolean; sdgOnlyInName: boolean } {
  const words = sustainableDevelopment[language]
  const names = (text: string): boolean => words.goals.test(text) || words.agenda.test(text)
  const withoutYears = blanked(folded, onlyAYear)
  if (!names(withoutYears)) return { sdg: false, sdgOnlyInName: false }
  return { sdg: true, sdgOnlyInName: !names(blanked(withoutYears, goalsInAName)) }
}

function blanked(text: string, patterns: RegExp[]): string {
  let rest = text
  for (const pattern of patterns) rest = rest.replace(pattern, (found) => ' '.repeat(found.length))
  return rest
}

// Papers write the code with a Latin or a Cyrillic letter; Arabic ones sometimes with the letter's name.
const number = '(?<number>1[01]|[1-9])(?![\\d/.]*\\d|[/A-Za-z])'
const oneCode = new RegExp(
  `(?<![A-Za-zА-яЁё\\p{N}/-])(?:AL ?)?[CСсc][ -]?${number}|(?<!\\p{L})و?(?:جيم|ج) ?${number.replace('number', 'arabic')}`,
  'gu',
)
const rangeBetween = /^ ?(?:[-–—]|to|through|a|al|à|au|до|по|至|到|~|الي) ?$/u

function actionLinesIn(folded: string, above: string, language: LanguageCode): string[] {
  const found = [...folded.matchAll(oneCode)]
  if (found.length === 0) return []
  const words = actionLineWords[language]
  if (!words.test(folded) && !words.test(above)) return []
  const lines = new Set<string>()
  for (const [index, one] of found.entries()) {
    const number = numberOf(one)
    const next = found[index + 1]
    const end = one.index + one[0].length
    for (const line of namedLines(number, folded.slice(end, next?.index ?? folded.length))) lines.add(line)
    if (next !== undefined && rangeBetween.test(folded.slice(end, next.index))) {
      for (let between = number + 1; between < numberOf(next); between += 1) lines.add(`C${between}`)
    }
  }
  return [...lines].toSorted((a, b) => order(a) - order(b) || (a < b ? -1 : 1))
}

const numberOf = (match: RegExpExecArray): number =>
  Number(match.groups?.['number'] ?? match.groups?.['arabic'])

const order = (line: string): number => Number.parseInt(line.slice(1), 10)

/** 'C7 e-health' and 'C7 (e-health, e-science)' name the sub-lines; they are given beside the umbrella. */
function namedLines(number: number, rest: string): string[] {
  if (number !== 7) return [`C${number}`]
  const near = /^[ :,–-]*\(([^)]*)\)|^[ :–-]{1,3}"?([^,;().]{0,70})/u.exec(rest)
  const named = near?.[1] ?? near?.[2] ?? ''
  return ['C7', ...subLines.filter((line) => line.names.test(named)).map((line) => line.code)]
}
