import type { LanguageCode } from '#platform/languages.ts'
import type { MessageKey, MessageValues } from '#platform/messages.ts'
import type { MatchedTerm } from '../terms/term-match.ts'
import { usesTerm } from '../terms/term-match.ts'

/** Something that differs between a source and its translation and may be a slip. */
export type Hint = { key: MessageKey; values: MessageValues }

/** What a second look at a segment would ask. Nothing for a segment without a text. */
export function hintsOf(
  source: string,
  target: string,
  language: LanguageCode,
  terms: readonly MatchedTerm[] = [],
): Hint[] {
  if (target.trim() === '') return []
  const numbers = differing(numbersOf(source), numbersOf(target))
  const blanks = differing(blanksOf(source), blanksOf(target))
  const references = differing(referencesOf(source), referencesOf(target))
  return [
    ...numbers.missing.map((value) => ({ key: 'hint.number-missing' as const, values: { value } })),
    ...numbers.added.map((value) => ({ key: 'hint.number-added' as const, values: { value } })),
    ...blanks.missing.map((value) => ({ key: 'hint.blank-missing' as const, values: { value } })),
    ...blanks.added.map((value) => ({ key: 'hint.blank-added' as const, values: { value } })),
    ...references.missing.map((value) => ({ key: 'hint.reference-missing' as const, values: { value } })),
    ...(endOf(source) === endOf(target) ? [] : [{ key: 'hint.end' as const, values: {} }]),
    ...terms
      .filter(({ wanted }) => !usesTerm(target, wanted, language))
      .map(({ term, wanted }) => ({ key: 'hint.term' as const, values: { term, wanted: wanted[0] ?? '' } })),
  ]
}

/** What one list has more of than the other, each as often as it is missing. */
function differing(source: readonly string[], target: readonly string[]) {
  const without = (all: readonly string[], other: readonly string[]) => {
    const left = [...other]
    return all.filter((one) => {
      const place = left.indexOf(one)
      if (place === -1) return true
      left.splice(place, 1)
      return false
    })
  }
  return { missing: [...new Set(without(source, target))], added: [...new Set(without(target, source))] }
}

/** Numbers, whatever digits and separators a language writes: ٢٠٢٦, 1,200.5, 1 200,5 and 1.200,5. */
export const numbersOf = (text: string): string[] =>
  [...withoutReferences(latinDigits(text)).matchAll(/\d+(?:[.,\u00a0\u202f ٫٬]\d{3})*(?:[.,٫]\d+)?/g)].map(
    ([number]) => plain(number),
  )

const latinDigits = (text: string) =>
  text
    .replaceAll(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replaceAll(/[０-９]/g, (digit) => String(digit.charCodeAt(0) - 0xff10))

function plain(number: string): string {
  const last = /[.,٫](\d+)$/.exec(number)
  const isFraction = last !== null && (last[1]?.length !== 3 || /^0[.,٫]/.test(number))
  const whole = isFraction ? number.slice(0, last.index) : number
  return whole.replaceAll(/\D/g, '') + (isFraction ? `.${last[1]}` : '')
}

const blanksOf = (text: string) => [...text.matchAll(/\{[^{}]*\}/g)].map(([blank]) => blank)

// Symbols of documents, addresses and codes are the same in every language.
const reference =
  /https?:\/\/[^\s)\]»”،。，]+[^\s)\]»”،。，.;:,]|[\w.+-]+@[\w-]+\.[\w.-]*\w|\b[A-Z]+(?:\/[A-Z\d.]+)+\b|\bC\d{1,2}\b/g

const referencesOf = (text: string) => [...text.matchAll(reference)].map(([one]) => one)

const withoutReferences = (text: string) => text.replaceAll(reference, ' ')

/** How a segment ends: two languages write the same end with other signs. */
function endOf(text: string): string {
  const last = text.replaceAll(/[\s"'»”’）)\]]+$/gu, '').at(-1) ?? ''
  return ends.find((signs) => signs.includes(last)) ?? ''
}

const ends = ['.。۔', '?？؟', '!！', ':：', ';；؛']
