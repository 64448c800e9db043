import { guessedEncoding } from './encoding-guess.ts'

export type Decoded = {
  text: string
  /** The name of the encoding, when it was neither marked nor beyond doubt. */
  guessed: string | null
  /** How many characters could not be read and stand as U+FFFD. */
  replaced: number
}

/**
 * The text of a file in any Unicode encoding, or in an older one by a careful guess.
 * `declared` is what the file says of itself (an HTML meta element); it is believed only where the bytes agree.
 */
export function decodeText(bytes: Uint8Array, declared: string | null = null): Decoded {
  const marked = byteOrderMark(bytes)
  if (marked) return decodedAs(bytes.subarray(marked.length), marked.encoding, null)

  const zeros = unicodeByZeros(bytes)
  if (zeros) return decodedAs(bytes, zeros, null)

  const utf8 = decodedAs(bytes, 'utf-8', null)
  if (utf8.replaced === 0) return utf8

  if (declared && declared !== 'utf-8') {
    const text = decodedAs(bytes, declared, null)
    if (text.replaced === 0) return text
  }
  if (isMostlyUtf8(bytes, utf8)) return utf8

  const encoding = guessedEncoding(bytes)
  return decodedAs(bytes, encoding, encoding)
}

/** The name under which the platform knows an encoding, null when it knows none of that name. */
export function knownEncoding(label: string): string | null {
  try {
    const name = new TextDecoder(label.trim()).encoding
    // A page that names UTF-16 in its own ASCII bytes cannot be UTF-16; browsers read it as UTF-8.
    return name.startsWith('utf-16') ? 'utf-8' : name
  } catch {
    // The constructor throws for an unknown name, and for nothing else.
    return null
  }
}

const marks: { encoding: string; bytes: number[] }[] = [
  { encoding: 'utf-32le', bytes: [0xff, 0xfe, 0, 0] },
  { encoding: 'utf-32be', bytes: [0, 0, 0xfe, 0xff] },
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'gb18030', bytes: [0x84, 0x31, 0x95, 0x33] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
]

export function byteOrderMark(bytes: Uint8Array): { encoding: string; length: number } | null {
  const mark = marks.find((each) => each.bytes.every((byte, index) => bytes[index] === byte))
  return mark ? { encoding: mark.encoding, length: mark.bytes.length } : null
}

/** Text in UTF-16 or UTF-32 without a mark: its spaces and line ends have zeros, always at the same places. */
export function unicodeByZeros(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, Math.min(bytes.length, 65_536) & ~3)
  const whole = bytes.length < 4 ? bytes.subarray(0, bytes.length & ~1) : sample
  const zeros = [0, 0, 0, 0]
  whole.forEach((byte, index) => {
    if (byte === 0) zeros[index & 3] = (zeros[index & 3] ?? 0) + 1
  })
  const [first = 0, second = 0, third = 0, fourth = 0] = zeros
  if (first + second + third + fourth === 0) return null

  const quarter = whole.length / 4
  const candidates: string[] = []
  if (bytes.length % 4 === 0 && fourth === quarter && third > quarter * 0.9) candidates.push('utf-32le')
  if (bytes.length % 4 === 0 && first === quarter && second > quarter * 0.9) candidates.push('utf-32be')
  if (second + fourth > (first + third) * 4) candidates.push('utf-16le')
  if (first + third > (second + fourth) * 4) candidates.push('utf-16be')
  return candidates.find((encoding) => isText(decodedAs(whole, encoding, null))) ?? null
}

/** Without zeros of its own, and hardly anything that no writer types. */
function isText({ text, replaced }: Decoded): boolean {
  const strange = text.match(/(?![\t\n\v\f\r\u0085])\p{Cc}|[\p{Co}\p{Cn}]/gu)?.length ?? 0
  return text.length > 0 && !text.includes('\0') && strange + replaced <= text.length / 100
}

/** A UTF-8 file with a few broken bytes: most of what is not ASCII can be read. */
export function isMostlyUtf8(bytes: Uint8Array, { text, replaced }: Decoded): boolean {
  const sound = text.match(/[^\0-\x7f\ufffd]/g)?.length ?? 0
  return sound > replaced * 20 && bytes.length > 0
}

export function decodedAs(bytes: Uint8Array, encoding: string, guessed: string | null): Decoded {
  const text = encoding.startsWith('utf-32')
    ? utf32(bytes, encoding)
    : new TextDecoder(encoding).decode(bytes)
  return { text, guessed, replaced: text.match(/\ufffd/g)?.length ?? 0 }
}

/** The platform's decoder knows no UTF-32. */
function utf32(bytes: Uint8Array, encoding: string): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const parts: string[] = []
  for (let at = 0; at + 4 <= bytes.byteLength; at += 4) {
    const code = view.getUint32(at, encoding === 'utf-32le')
    const isScalar = code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
    parts.push(isScalar ? String.fromCodePoint(code) : '\ufffd')
  }
  return parts.join('')
}
