/** What people type one for the other becomes alike: case, accents, marks and forms of Arabic letters, digits, spaces and signs. */
export const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}|[^\p{L}\p{N}]|\u0640/gu, '')
    .replaceAll(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 15))
    .replaceAll(/[ىةٱœæßø]/g, (letter) => variants[letter] ?? letter)

const variants: Record<string, string> = {
  ...{ ى: 'ي', ة: 'ه', ٱ: 'ا' },
  ...{ œ: 'oe', æ: 'ae', ß: 'ss', ø: 'o' },
}
