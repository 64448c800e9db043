/** What a raised sign may be: a footnote's mark, or part of the text (an exponent, an ordinal's ending). */
export type Raised = { marks: string[] } | { text: string }

const number = /^(\d{1,3}|[٠-٩۰-۹]{1,3}|[*∗＊†‡§¶#]{1,5})$/
const letter = /^([a-z]|[ivx]{1,5})$/i

export function raisedSign(raw: string, before: string): Raised {
  const marks = raw
    .split(/[,;،、\s]+/)
    .map(bareMark)
    .filter((mark) => mark !== '')
  const isMark = marks.length > 0 && marks.every((mark) => number.test(mark))
  if (isMark && !isExponentAfter(before, marks)) return { marks }
  return { text: isMark ? raisedDigits(raw) : raw }
}

/** For signs that a link already points out as a mark, single letters are marks too. */
export const isLinkedMark = (raw: string) => number.test(bareMark(raw)) || letter.test(bareMark(raw))

export const isNumberMark = (raw: string) => number.test(bareMark(raw))

/** '[1]', '(1)' and '1)' are the mark '1'. */
export const bareMark = (raw: string) => raw.trim().replace(/^[[(（]\s*|\s*[\])）.]$/g, '')

/** Square metres and powers of ten; a year or a resolution's number before the sign is no base. */
function isExponentAfter(before: string, marks: string[]): boolean {
  if (marks.length > 1 || !/^\d{1,2}$/.test(marks[0] ?? '')) return false
  if (/(^|[\s\d(/])([kcdm]?m|km|µm)$/.test(before)) return /^[23]$/.test(marks[0] ?? '')
  return /(^|[\s(×x*])10$/.test(before)
}

const raisedDigits = (raw: string) => raw.replace(/\d/g, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'.charAt(Number(digit)))
