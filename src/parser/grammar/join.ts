import { isHan, softHyphen } from './characters.ts'

/** How often words and hyphenated words occur: what tells a hyphen at a line end from a broken word. */
export type Vocabulary = {
  words: Set<string>
  hyphenated: Set<string>
  breaksWords: boolean
  /** A Chinese text that sets no space between characters and Latin letters or digits. */
  isTight: boolean
}

export type Joined = { text: string; healed: number; doubtful: string[] }

const hyphens = '-‐‑'

/** Printed lines as one text: a space between them, nothing after a hyphen or between Chinese characters. */
export function joinLines(parts: string[], vocabulary: Vocabulary): Joined {
  const doubtful: string[] = []
  let healed = 0
  let text = ''
  const pieces: string[] = []
  for (const part of parts) {
    if (part === '') continue
    const next = part
    if (text === '') text = next
    else {
      const last = text.at(-1) ?? ''
      if (last === softHyphen) pieces.push(text.slice(0, -1))
      else if (hyphens.includes(last) && !/\s.$/.test(text)) {
        const broken = isBroken(text, next, vocabulary)
        if (broken === 'doubtful') doubtful.push(`${lastWord(text)}${firstWord(next)}`)
        if (broken === 'yes') healed++
        pieces.push(broken === 'yes' ? text.slice(0, -1) : text)
      } else if (meets(last, next[0] ?? '', vocabulary)) pieces.push(text)
      else pieces.push(text, ' ')
      text = next
    }
  }
  pieces.push(text.endsWith(softHyphen) ? text.slice(0, -1) : text)
  return { text: withoutHanGaps(pieces.join('').replace(/\s+/g, ' ').trim()), healed, doubtful }
}

/** Between two Chinese characters a space is only a broken line; in a Chinese text none stands between a number and its measure. */
const withoutHanGaps = (text: string): string =>
  text.replace(
    /(?<=[\p{Script=Han}，。；：、（）“”]) (?=[\p{Script=Han}，。；：、（）“”])|(?<=\d) (?=[年月日号])/gu,
    '',
  )

const meets = (before: string, after: string, { isTight }: Vocabulary): boolean =>
  (isHan(before) && isHan(after)) || (isTight && (isHan(before) || isHan(after)))

const lastWord = (text: string): string => /[\p{L}\p{M}]+.$/u.exec(text)?.[0] ?? ''
const firstWord = (text: string): string => /^[\p{L}\p{M}]+/u.exec(text)?.[0] ?? ''

/** Real hyphens are far more frequent in these texts, so a word is healed only on proof from the same document. */
function isBroken(before: string, after: string, vocabulary: Vocabulary): 'yes' | 'no' | 'doubtful' {
  const head = lastWord(before).slice(0, -1).toLowerCase()
  const tail = firstWord(after)
  if (head === '' || tail === '' || /^\p{Lu}/u.test(tail)) return 'no'
  if (vocabulary.hyphenated.has(`${head}-${tail}`)) return 'no'
  if (vocabulary.words.has(head + tail)) return 'yes'
  if (prefixes.has(head) || vocabulary.words.has(head)) return 'no'
  if (!vocabulary.words.has(tail) && vocabulary.breaksWords) return 'yes'
  return vocabulary.words.has(tail) ? 'no' : 'doubtful'
}

const prefixes = new Set(
  'a co re non sub pre post multi inter intra anti ex self well high low long short mid semi quasi e m o de en on in by one two three four six cross vice über extra ultra trans micro macro mini mega meta para over under full half part time socio geo bio cyber broad radio tele video audio inter'.split(
    ' ',
  ),
)

export function vocabularyOf(texts: string[]): Vocabulary {
  const words = new Set<string>()
  const hyphenated = new Set<string>()
  const breaks: [string, string][] = []
  texts.forEach((text, index) => {
    const next = texts[index + 1] ?? ''
    const body = text
      .replace(/[\p{L}\p{M}]+[-‐‑\u00ad]$/u, '')
      .replace(/^[\p{L}\p{M}]+/u, (word) => (/[-‐‑\u00ad]$/.test(texts[index - 1] ?? '') ? '' : word))
    for (const [word] of body.toLowerCase().matchAll(/[\p{L}\p{M}]+(?:[-‐‑][\p{L}\p{M}]+)*/gu)) {
      if (/[-‐‑]/.test(word)) hyphenated.add(word.replace(/[‐‑]/g, '-'))
      for (const part of word.split(/[-‐‑]/)) words.add(part)
    }
    if (/\p{L}[-‐‑]$/u.test(text)) breaks.push([lastWord(text).slice(0, -1).toLowerCase(), firstWord(next)])
  })
  const proven = breaks.filter(
    ([head, tail]) => tail !== '' && words.has(head + tail) && !hyphenated.has(`${head}-${tail}`),
  )
  return { words, hyphenated, breaksWords: proven.length >= 3, isTight: isTight(texts) }
}

function isTight(texts: string[]): boolean {
  let tight = 0
  let loose = 0
  for (const text of texts) {
    tight += text.match(/\p{Script=Han}[A-Za-z0-9]|[A-Za-z0-9]\p{Script=Han}/gu)?.length ?? 0
    loose += text.match(/\p{Script=Han} [A-Za-z0-9]|[A-Za-z0-9] \p{Script=Han}/gu)?.length ?? 0
  }
  return tight > loose
}
