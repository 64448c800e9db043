/**
 * Whether a text is one plain mail address. Spaces, control characters, quotes, commas and angle brackets are refused,
 * so that nothing typed as an address can become a second address or a second header. Letters of all scripts may stand
 * in it (RFC 6531).
 */
export const isMailAddress = (text: string): boolean => text.length <= longestAddress && address.test(text)

const longestAddress = 254
const word = String.raw`[\p{L}\p{M}\p{N}]`
const local = String.raw`(?:${word}|[!#$%&'*+/=?^_{|}~\-])+`
const label = String.raw`${word}(?:(?:${word}|-){0,61}${word})?`
const address = new RegExp(String.raw`^(?=[^@]{1,64}@)${local}(?:\.${local})*@(?:${label}\.)+${label}$`, 'u')

/** A text fit for one line of a header: control characters and line breaks become spaces, and what is too long is cut. */
export function oneLine(text: string, longest: number): string {
  const line = text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim()
  const letters = [...line]
  return letters.length <= longest ? line : `${letters.slice(0, longest - 1).join('')}…`
}
