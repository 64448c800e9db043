import { folded } from './folding.ts'

/** Letters of Cyrillic that look like Latin ones: 'С7' is meant as 'C7', 'А/RES/70/125' as 'A/RES/70/125'. */
const lookAlikes: Record<string, string> = {
  а: 'a',
  в: 'b',
  е: 'e',
  к: 'k',
  м: 'm',
  н: 'h',
  о: 'o',
  р: 'p',
  с: 'c',
  т: 't',
  х: 'x',
}

/** How codes and numbers are compared: without case, with look-alike letters as the letter that is meant. */
export const codeForm = (text: string): string =>
  folded(text)
    .replaceAll(/[авекмнорстх]/g, (letter) => lookAlikes[letter] ?? letter)
    .replaceAll(/[\u2010\u2011\u2012\u2013\u2212]/g, '-')
    .replaceAll(/\s+/g, ' ')
    .trim()

/** Whether a stretch without white space is written like a code: a digit, and a sign or a letter beside it. */
export const isCodeLike = (text: string): boolean =>
  text.length <= 64 && /\p{N}/u.test(text) && /[^\p{N}]/u.test(text)

/** What stands before the number of a goal, in the six languages; the first is the form that is kept. */
export const goalWords: readonly string[] = ['sdg', 'odd', 'ods', 'цур', '可持续发展目标', 'الهدف', 'هدف']

const goalForms = goalWords.slice(1).map(codeForm)
const goalCode = /^(\p{L}+)[ -]?(\d[\d.]*\w?)$/u

/** A code as it is kept and looked up: 'ODD 4', 'ЦУР-4' and 'sdg4' are 'sdg 4'. */
export function keptCode(text: string): string {
  const code = codeForm(text)
  const [, word = '', number = ''] = goalCode.exec(code) ?? []
  if (word === '') return code
  return word === goalWords[0] || goalForms.includes(word) ? `${goalWords[0]} ${number}` : code
}
