import type { Piece } from './pieces.ts'

/** A piece as it is read: whether a raised sign is a mark is known only when the paragraph is whole. */
export type RawPiece = Piece | { kind: 'raised'; text: string; italic: boolean }

/** Joins raised signs that stand side by side, and tells marks from exponents and endings. */
export function withMarks(pieces: RawPiece[]): Piece[] {
  const settled: Piece[] = []
  let before = ''
  for (let at = 0; at < pieces.length; at += 1) {
    const piece = pieces[at]
    if (!piece) continue
    if (piece.kind !== 'raised') {
      settled.push(piece)
      if (piece.kind === 'text') before = piece.text.slice(-20)
      continue
    }
    let raw = piece.text
    for (let next = pieces[at + 1]; next?.kind === 'raised'; next = pieces[at + 1]) {
      raw += next.text
      at += 1
    }
    const sign = raisedSign(raw, before)
    if ('text' in sign) settled.push({ kind: 'text', text: sign.text, italic: piece.italic })
    else
      settled.push(
        ...sign.marks.map((mark) => ({ kind: 'mark' as const, mark, raw: mark, target: null, raised: true })),
      )
  }
  return settled
}

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

/** '[1]', '(1)' and '1)' are the mark '1'. */
export const bareMark = (raw: string) => raw.trim().replace(/^[[(（]\s*|\s*[\])）.]$/g, '')

/** Square metres and powers of ten; a year or a resolution's number before the sign is no base. */
function isExponentAfter(before: string, marks: string[]): boolean {
  if (marks.length > 1 || !/^\d{1,2}$/.test(marks[0] ?? '')) return false
  if (/(^|[\s\d(/])([kcdm]?m|km|µm)$/.test(before)) return /^[23]$/.test(marks[0] ?? '')
  return /(^|[\s(×x*])10$/.test(before)
}

const raisedDigits = (raw: string) => raw.replace(/\d/g, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'.charAt(Number(digit)))
