/** A text made plain for matching, with the way back to the printed characters. */
export type Plain = {
  text: string
  /** The printed characters behind a stretch of the plain text. */
  printed: (start: number, end: number) => string
}

/**
 * Folds what differs in print but not in meaning: kinds of spaces, hyphens, quotes and digits, accents of Latin letters,
 * Arabic vowel signs and alef forms, full-width characters. Case stays.
 */
export function plain(original: string): Plain {
  const kept: string[] = []
  const from: number[] = []
  let run = 0
  const length = Math.min(original.length, lengthLimit)
  for (let index = 0; index < length; index += 1) {
    const character = foldOne(original[index] ?? '')
    if (character === '') continue
    run = character === ' ' ? 0 : run + 1
    kept.push(run > runLimit ? ' ' : character)
    from.push(index)
  }
  return {
    text: kept.join(''),
    printed: (start, end) => {
      if (end <= start) return ''
      return original.slice(from[start] ?? original.length, (from[end - 1] ?? original.length) + 1).trim()
    },
  }
}

// No provision is longer, and no word: what is beyond is not read for duties, so that no input takes for ever.
const lengthLimit = 20_000
const runLimit = 1500

export const plainText = (text: string): string => plain(text).text

// Soft hyphens, combining accents, tatweel, Arabic vowel signs, marks of direction and of zero width.
const invisible =
  /^(?:\u{ad}|[\u{300}-\u{36f}]|\u{640}|[\u{64b}-\u{65f}]|\u{670}|[\u{200b}-\u{200f}]|[\u{202a}-\u{202e}]|[\u{2060}-\u{2069}]|\u{feff})$/u
const single: Record<string, string> = {
  ё: 'е',
  Ё: 'Е',
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ى: 'ي',
  ة: 'ه',
  '،': ',',
  '؛': ';',
  '‐': '-',
  '‑': '-',
  '‘': "'",
  '’': "'",
  ʼ: "'",
  '“': '"',
  '”': '"',
  '«': '"',
  '»': '"',
  '„': '"',
  '`': "'",
}

function foldOne(character: string): string {
  if (character < '\u0080') return character < ' ' ? ' ' : character
  if (invisible.test(character)) return ''
  const known = single[character]
  if (known !== undefined) return known
  if (/\s/.test(character)) return ' '
  const code = character.charCodeAt(0)
  if (code >= 0x0660 && code <= 0x0669) return String(code - 0x0660)
  if (code >= 0x06f0 && code <= 0x06f9) return String(code - 0x06f0)
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0)
  return latinBase(character, code)
}

function latinBase(character: string, code: number): string {
  if (code > 0x24f && (code < 0x1e00 || code > 0x1eff)) return character
  const base = character.normalize('NFD')[0] ?? character
  return /[A-Za-z]/.test(base) ? base : character
}
