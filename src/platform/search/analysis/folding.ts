export const arabicMarks = /\u0640|[\u0610-\u061a]|[\u064b-\u065f]|\u0670|[\u06d6-\u06ed]/g

/** Case, accents and variants of letters that people type one for the other. */
export function folded(text: string): string {
  if (isAscii.test(text)) return text.toLowerCase()
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(arabicMarks, '')
    .replaceAll(/[أإآٱ]/g, 'ا')
    .replaceAll('ى', 'ي')
    .replaceAll('ة', 'ه')
    .replaceAll('ؤ', 'و')
    .replaceAll('ئ', 'ي')
    .replaceAll('ё', 'е')
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replaceAll('ß', 'ss')
    .replaceAll(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
  return /\p{Script=Latin}/u.test(plain) ? plain.replaceAll(/\p{L}\p{M}*/gu, withoutAccents) : plain
}

// oxlint-disable-next-line no-control-regex -- all of them are meant
const isAscii = /^[\x00-\x7f]*$/

/** й stays й: in Russian it is a letter of its own. */
const withoutAccents = (letter: string) =>
  /\p{Script=Latin}/u.test(letter) ? letter.normalize('NFD').replaceAll(/\p{M}/gu, '') : letter
