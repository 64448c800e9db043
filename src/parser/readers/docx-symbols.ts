/** Signs that Word takes from a symbol font stand in the private area; what they look like is said in letters here. */
export function fromSymbolFont(text: string, font = 'Symbol'): string {
  return text.replace(/[\uf000-\uf0ff]/g, (sign) => symbol((sign.codePointAt(0) ?? 0) & 0xff, font))
}

/** The sign of `w:sym`; its code may stand with or without the offset of the private area. */
export function symbolSign(font: string, code: string): string {
  const point = Number.parseInt(code, 16)
  if (!Number.isInteger(point) || point <= 0 || point > 0xffff) return ''
  const isSymbolic = /symbol|wingdings|webdings|dingbats/i.test(font)
  const isPrivate = point >= 0xf000 && point <= 0xf0ff
  if (!isSymbolic && !isPrivate) return String.fromCharCode(point)
  return point <= 0xff || isPrivate ? symbol(point & 0xff, font) : String.fromCharCode(point)
}

function symbol(code: number, font: string): string {
  if (/wingdings|webdings|dingbats/i.test(font)) return wingdings[code] ?? '▪'
  const greek = greekLetters.charAt(greekPlaces.indexOf(String.fromCharCode(code)))
  if (greekPlaces.includes(String.fromCharCode(code))) return greek
  return symbols[code] ?? (code >= 0x20 && code < 0x7f ? String.fromCharCode(code) : '•')
}

const greekPlaces = 'ABGDEZHQIKLMNXOPRSTUFCYWabgdezhqiklmnxoprstufcyw'
const greekLetters = 'ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩαβγδεζηθικλμνξοπρστυφχψω'

const symbols: Record<number, string> = {
  0x2d: '−',
  0xa3: '≤',
  0xa7: '♣',
  0xb0: '°',
  0xb1: '±',
  0xb2: '″',
  0xb3: '≥',
  0xb4: '×',
  0xb7: '•',
  0xb9: '≠',
  0xbc: '…',
  0xbe: '—',
  0xd2: '®',
  0xd3: '©',
  0xd4: '™',
  0xde: '⇒',
  0xae: '→',
}

const wingdings: Record<number, string> = {
  0x6c: '●',
  0x6e: '■',
  0x6f: '□',
  0x71: '❑',
  0x76: '❖',
  0x9f: '•',
  0xa7: '▪',
  0xa8: '◻',
  0xd8: '➢',
  0xe0: '→',
  0xf0: '⇨',
  0xfb: '✗',
  0xfc: '✓',
  0xfe: '☑',
}
