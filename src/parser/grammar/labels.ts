import { narrow } from './characters.ts'

export type LabelKind = 'number' | 'letter' | 'roman' | 'dash' | 'decimal' | 'han'
export type LabelStyle = 'bare' | 'closed' | 'enclosed' | 'dotted' | 'dash' | 'quoted'

export type Label = {
  /** As printed, inner white space removed. */
  printed: string
  style: LabelStyle
  /** What the sign can mean: 'i' is the ninth letter or the first roman number. */
  readings: Reading[]
  /** 'bis', 'ter', '' */
  suffix: string
  /** How many characters of the text it takes, white space after it included. */
  length: number
}

export type Reading = { kind: LabelKind; value: number; parts?: number[] }

const romans = [
  'i',
  'ii',
  'iii',
  'iv',
  'v',
  'vi',
  'vii',
  'viii',
  'ix',
  'x',
  'xi',
  'xii',
  'xiii',
  'xiv',
  'xv',
  'xvi',
  'xvii',
  'xviii',
  'xix',
  'xx',
  'xxi',
  'xxii',
  'xxiii',
  'xxiv',
  'xxv',
  'xxvi',
  'xxvii',
  'xxviii',
  'xxix',
  'xxx',
  'xxxi',
  'xxxii',
  'xxxiii',
  'xxxiv',
  'xxxv',
  'xxxvi',
  'xxxvii',
  'xxxviii',
  'xxxix',
  'xl',
]
const abjad = 'ابجدهوزحطيكلمنسعفصقرشتثخذضظغ'
const cyrillic = 'абвгдежзиклмнопрстуфхцчшщэюя'
const looksLatin: Record<string, string> = {
  а: 'a',
  с: 'c',
  е: 'e',
  о: 'o',
  р: 'p',
  х: 'x',
  у: 'y',
  і: 'i',
  ѕ: 's',
  ј: 'j',
  к: 'k',
  м: 'm',
  т: 't',
}
const hanDigits = '一二三四五六七八九十'
const suffixes: [RegExp, string][] = [
  [/^(?:bis|бис|之二|مكرر(?:ا|ً)*|مكرراً)$/iu, 'bis'],
  [/^(?:ter|тер|之三|مكرر(?:ا|ً)* ثانيا?ً?|مكرراً ثانياً)$/iu, 'ter'],
  [/^quater$/i, 'quater'],
  [/^quinquies$/i, 'quinquies'],
]

const suffix = '(?: ?(bis|ter|quater|quinquies|бис|тер|مكررا?ً?(?: ثانيا?ً?)?)(?![\\p{L}]))?'
const core =
  '(\\d{1,3}(?:\\.\\d{1,2}){0,3}|[a-z](?=(?:bis|ter|quater|quinquies)\\b)|[a-z]{1,7}|[а-яіѕј]|[اأإآبجدهوزحطيكلمنسعفصقرشتثخذضظغ]ـ?|[一二三四五六七八九十]{1,3})'
const forms: [LabelStyle, RegExp][] = [
  ['dash', /^([-–—−‒•·●▪◦■○*\uf0b7\uf0a7\uf02d\uf0d8\u2022\u27a2\u25ba\u2751])(?:\s+|$)/u],
  ['enclosed', new RegExp(`^\\( ?${core}${suffix} ?\\)${suffix}(?:\\s*)`, 'iu')],
  ['quoted', /^['’‘"“”«](\d{1,2}|[ivx]{1,5})['’‘"“”»](?:\s+|$)/iu],
  ['closed', new RegExp(`^${core}${suffix} ?\\)${suffix}(?:\\s*)`, 'iu')],
  [
    'dotted',
    new RegExp(
      `^${core}${suffix} ?(?:\\.-|\\.–|\\.|、| [-–—](?= |$)|[-–](?= |$))${suffix}(?:\\s+|$|(?<=、)|(?=[\\p{L}]))`,
      'iu',
    ),
  ],
  [
    'bare',
    new RegExp(
      `^(\\d{1,3}(?:\\.\\d{1,2}){0,3}|[a-z](?= ?(?:bis|ter|quater)))${suffix}(?:\\s+|$|(?=\\p{Script=Han}))`,
      'iu',
    ),
  ],
]
const joined = /^[\u3220-\u3229\u2460-\u2473\u2474-\u2487\u249c-\u24b5\u2170-\u217b]\s*/u

/** The list label that a text begins with, if any; whether it is one is decided by its neighbours. */
export function readLabel(text: string): Label | null {
  const start = narrow(text.slice(0, 48))
  const sign = readSign(start)
  if (sign) return sign
  for (const [style, form] of forms) {
    const found = form.exec(start)
    const name = found?.[1]
    if (!found || name === undefined) continue
    const readings = style === 'dash' ? [{ kind: 'dash' as const, value: 0 }] : readingsOf(name, style)
    if (readings.length === 0 || tooWordy(style, name, start)) continue
    const printed = text.slice(0, found[0].length).trim()
    return { printed, style, readings, suffix: neutralSuffix(found[2] ?? found[3]), length: found[0].length }
  }
  return null
}

/** 'A.' and 'mix.' begin sentences more often than paragraphs: letters with a dot count only in lower case and when single or roman. */
function tooWordy(style: LabelStyle, name: string, start: string): boolean {
  if (style !== 'dotted' || /^\d/.test(name)) return false
  if (/^\p{Lu}/u.test(start) || /^[a-z]\.[a-z]\./i.test(start)) return true
  return !/^[ivx]+$/i.test(name) && [...name].length > 1 && !/^[一二三四五六七八九十]/.test(name)
}

function readSign(start: string): Label | null {
  const found = joined.exec(start)
  if (!found) return null
  const code = start.codePointAt(0) ?? 0
  const reading = (kind: LabelKind, first: number): Reading[] => [{ kind, value: code - first + 1 }]
  const readings =
    code >= 0x3220
      ? reading('roman', 0x3220)
      : code >= 0x249c
        ? reading('letter', 0x249c)
        : code >= 0x2474
          ? reading('number', 0x2474)
          : code >= 0x2460
            ? reading('number', 0x2460)
            : reading('roman', 0x2170)
  return { printed: start[0] ?? '', style: 'enclosed', readings, suffix: '', length: found[0].length }
}

function readingsOf(name: string, style: LabelStyle): Reading[] {
  const lower = name.toLowerCase()
  if (style === 'quoted')
    return [{ kind: 'roman', value: /^\d/.test(lower) ? Number(lower) : romans.indexOf(lower) + 1 }]
  if (/^\d+$/.test(lower)) return [{ kind: 'number', value: Number(lower) }]
  if (/^\d/.test(lower)) {
    const parts = lower.split('.').map(Number)
    return [{ kind: 'decimal', value: parts.at(-1) ?? 0, parts }]
  }
  if (/^[一二三四五六七八九十]/.test(lower))
    return [{ kind: style === 'enclosed' ? 'roman' : 'han', value: hanValue(lower) }]
  if (/^[a-z]/.test(lower)) return latinReadings(lower)
  const plain = lower.replace(/[أإآ]/, 'ا').replace('ـ', '')
  if (abjad.includes(plain)) return [{ kind: 'letter', value: abjad.indexOf(plain) + 1 }]
  const twin = looksLatin[lower]
  const own = cyrillic.indexOf(lower) + 1
  const readings: Reading[] = twin ? latinReadings(twin) : []
  if (own > 0 && !readings.some(({ value, kind }) => kind === 'letter' && value === own))
    readings.push({ kind: 'letter', value: own })
  return readings
}

function latinReadings(name: string): Reading[] {
  const readings: Reading[] = []
  const first = name[0] ?? ''
  if (name.length === 1) readings.push({ kind: 'letter', value: letterValue(first) })
  else if (name.length === 2 && name[1] === first)
    readings.push({ kind: 'letter', value: 26 + letterValue(first) })
  const roman = romans.indexOf(name) + 1
  if (roman > 0) readings.push({ kind: 'roman', value: roman })
  return readings
}

const letterValue = (letter: string): number => letter.charCodeAt(0) - 96

function hanValue(name: string): number {
  const [tens, ones] = name.includes('十') ? name.split('十') : [null, name]
  const digit = (sign: string | undefined): number => (sign ? hanDigits.indexOf(sign) + 1 : 0)
  return tens === null ? digit(ones) : (digit(tens ?? '') || 1) * 10 + digit(ones)
}

function neutralSuffix(printed: string | undefined): string {
  if (!printed) return ''
  return suffixes.find(([form]) => form.test(printed.replace(/\s+/g, ' ')))?.[1] ?? printed.toLowerCase()
}

/** '3bis', 'a', 'ii': the same in all languages. */
export function neutralLabel(reading: Reading, suffix: string): string {
  if (reading.kind === 'decimal') return (reading.parts ?? [reading.value]).join('.') + suffix
  if (reading.kind === 'letter') return lettersFor(reading.value) + suffix
  if (reading.kind === 'roman') return (romans[reading.value - 1] ?? String(reading.value)) + suffix
  if (reading.kind === 'dash') return `d${reading.value}`
  return String(reading.value) + suffix
}

const lettersFor = (value: number): string => {
  const letter = String.fromCharCode(97 + ((value - 1) % 26))
  return value > 26 ? letter + letter : letter
}
