/** The older encoding that makes the most sensible letters of the bytes, `windows-1252` when none does. */
export function guessedEncoding(bytes: Uint8Array): string {
  const sample = sampleOf(bytes)
  let best = { encoding: 'windows-1252', score: 0 }
  for (const { encoding, score } of candidates) {
    const points = score(sample, encoding)
    if (points > best.score) best = { encoding, score: points }
  }
  return best.encoding
}

type Score = (sample: Uint8Array, encoding: string) => number

/** In order of trust: of two that score alike the first is taken. */
const candidates: { encoding: string; score: Score }[] = [
  { encoding: 'windows-1252', score: lettersOf('éèàêçâùîôûëïœæñáíóúüäöÉÈÀÊÇÁÍÓÚÑªº°§–—‘’“”«»…•€¿¡ ', '') },
  { encoding: 'windows-1251', score: cyrillic },
  { encoding: 'koi8-r', score: cyrillic },
  { encoding: 'iso-8859-5', score: cyrillic },
  { encoding: 'ibm866', score: cyrillic },
  { encoding: 'windows-1256', score: arabic },
  { encoding: 'iso-8859-6', score: arabic },
  { encoding: 'gb18030', score: han },
  { encoding: 'big5', score: han },
]

/** Only the lines that hold something beyond ASCII say anything; a cut inside a character would cost the sample. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= 60_000) return bytes
  const first = bytes.findIndex((byte) => byte >= 0x80)
  const start = bytes.lastIndexOf(0x0a, Math.max(first, 0)) + 1
  const end = bytes.lastIndexOf(0x0a, start + 60_000)
  return bytes.subarray(start, end > start ? end : start + 60_000)
}

const decoded = (sample: Uint8Array, encoding: string) => new TextDecoder(encoding).decode(sample)

/** Share of the characters beyond ASCII that the languages of this encoding use, less what none uses. */
function lettersOf(usual: string, alphabet: string): Score {
  const expected = new Set(usual + alphabet)
  return (sample, encoding) => {
    const text = decoded(sample, encoding)
    const beyond = [...text].filter((letter) => letter > '\x7f')
    const good = beyond.filter((letter) => expected.has(letter)).length
    const bad = beyond.filter((letter) => /[\p{Cc}\p{Cn}\p{Co}\ufffd]/u.test(letter)).length
    return beyond.length === 0 ? 0 : (good - 5 * bad) / beyond.length - mixedWords(text)
  }
}

/** A word with letters of two scripts, or a capital after a small letter, is a sign of the wrong encoding. */
function mixedWords(text: string): number {
  const words = text.match(/\p{L}*[^\0-\x7f]\p{L}*/gu) ?? []
  const scripts = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Arabic}/u, /\p{Script=Han}/u]
  const mixed = words.filter(
    (word) => scripts.filter((script) => script.test(word)).length > 1 || /\p{Ll}\p{Lu}/u.test(word),
  )
  return words.length === 0 ? 0 : mixed.length / words.length
}

function cyrillic(sample: Uint8Array, encoding: string): number {
  const text = decoded(sample, encoding)
  const usual = lettersOf('«»№–—“”„…’ ', 'абвгдежзийклмнопрстуфхцчшщъыьэюяёАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЭЮЯ')(
    sample,
    encoding,
  )
  return usual - outOfTune(text, /[а-яё]/g, /[оеаинтрсв]/g, 0.5)
}

function arabic(sample: Uint8Array, encoding: string): number {
  const text = decoded(sample, encoding)
  const usual = lettersOf('،؛؟«»–—“”… \u200f\u200e', 'ءآأؤإئابةتثجحخدذرزسشصضطظعغـفقكلمنهوىيًٌٍَُِّْ٠١٢٣٤٥٦٧٨٩')(
    sample,
    encoding,
  )
  return usual - outOfTune(text, /[ء-ي]/g, /[الينمتور]/g, 0.5)
}

/** How far the most frequent letters of the language are from their usual share: Russian in KOI8-R read as 1251 is all capitals. */
function outOfTune(text: string, small: RegExp, frequent: RegExp, share: number): number {
  const letters = text.match(small)?.length ?? 0
  if (letters === 0) return 1
  const often = text.match(frequent)?.length ?? 0
  return Math.max(0, share - often / letters)
}

/** Pairs in the part of the table where the frequent characters stand. */
function han(sample: Uint8Array, encoding: string): number {
  const text = decoded(sample, encoding)
  const broken = text.match(/[\ufffd\p{Co}]/gu)?.length ?? 0
  let frequent = 0
  let pairs = 0
  for (let at = 0; at < sample.length; at += 1) {
    const lead = sample[at] ?? 0
    if (lead < 0x80) continue
    const trail = sample[at + 1] ?? 0
    pairs += 1
    if (encoding === 'gb18030' ? isFrequentInGb(lead, trail) : isFrequentInBig5(lead, trail)) frequent += 1
    at += 1
  }
  return pairs === 0 ? 0 : (frequent - 10 * broken) / pairs - 0.02
}

const isFrequentInGb = (lead: number, trail: number) =>
  trail >= 0xa1 && ((lead >= 0xb0 && lead <= 0xd7) || (lead >= 0xa1 && lead <= 0xa3))

const isFrequentInBig5 = (lead: number, trail: number) =>
  ((lead >= 0xa4 && lead <= 0xc6) || lead === 0xa1) && ((trail >= 0x40 && trail <= 0x7e) || trail >= 0xa1)
