import type { LanguageCode } from '../language-code.ts'
import { plainText } from './fold.ts'

/** The number of a session written out, as in 'eighty-sixth session'; null when there is none. Folded text. */
export function ordinalIn(text: string, language: LanguageCode): number | null {
  const digits = /(?<!\d)(\d{1,3})(?:st|nd|rd|th|e|er|re|eme|ieme|-?[йя]|届|次)?(?!\d)/iu.exec(text)
  if (digits !== null && Number(digits[1]) <= 130) return Number(digits[1])
  const plainWords = text.toLowerCase().replaceAll(/[-–]/g, ' ')
  let best: { length: number; number: number } | null = null
  for (const [word, number] of tableOf(language)) {
    if (plainWords.includes(word) && word.length > (best?.length ?? 0)) best = { length: word.length, number }
  }
  return best?.number ?? null
}

const tables = new Map<LanguageCode, [string, number][]>()

function tableOf(language: LanguageCode): [string, number][] {
  const known = tables.get(language)
  if (known !== undefined) return known
  const made: [string, number][] = []
  // Organs of the United Nations number their sessions; the General Assembly is past its eightieth.
  for (let number = 1; number <= 120; number += 1) {
    for (const word of writers[language](number))
      made.push([plainText(word).toLowerCase().replaceAll('-', ' '), number])
  }
  tables.set(language, made)
  return made
}

const tens = (number: number): number => Math.floor(number / 10)

const english = {
  ones: 'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth'.split(
    ' ',
  ),
  tens: '  twenty thirty forty fifty sixty seventy eighty ninety'.split(' '),
}

function inEnglish(number: number): string[] {
  if (number < 20) return [english.ones[number] ?? '']
  if (number >= 100)
    return number === 100 ? ['hundredth'] : inEnglish(number - 100).map((rest) => `hundred and ${rest}`)
  const ten = english.tens[tens(number)] ?? ''
  return [number % 10 === 0 ? `${ten.slice(0, -1)}ieth` : `${ten} ${english.ones[number % 10]}`]
}

const french = {
  ones: 'zero un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf'.split(
    ' ',
  ),
  tens: '  vingt trente quarante cinquante soixante'.split(' '),
}

function frenchCardinal(number: number): string {
  if (number < 20) return french.ones[number] ?? ''
  if (number >= 100) return number === 100 ? 'cent' : `cent ${frenchCardinal(number - 100)}`
  if (number >= 80) return number === 80 ? 'quatre-vingt' : `quatre-vingt-${frenchCardinal(number - 80)}`
  const base = number >= 70 ? 6 : tens(number)
  const rest = number - base * 10
  if (rest === 0) return french.tens[base] ?? ''
  return `${french.tens[base]}${rest === 1 || rest === 11 ? ' et ' : '-'}${frenchCardinal(rest)}`
}

function inFrench(number: number): string[] {
  if (number === 1) return ['premiere']
  const cardinal = frenchCardinal(number).replace(/e$/, '').replace(/cinq$/, 'cinqu').replace(/neuf$/, 'neuv')
  return [`${cardinal}ieme`]
}

const spanish = {
  ones: ' primer segund tercer cuart quint sext septim octav noven'.split(' '),
  tens: ' decim vigesim trigesim cuadragesim quincuagesim sexagesim septuagesim octogesim nonagesim'.split(
    ' ',
  ),
}

function inSpanish(number: number): string[] {
  if (number >= 100)
    return number === 100 ? ['centesim'] : inSpanish(number - 100).map((rest) => `centesimo ${rest}`)
  const one = spanish.ones[number % 10] ?? ''
  if (number < 10) return [one]
  const ten = spanish.tens[tens(number)] ?? ''
  return one === '' ? [ten] : [`${ten}o ${one}`, `${ten}a ${one}`]
}

const russian = {
  ones: ' перв втор треть четверт пят шест седьм восьм девят десят одиннадцат двенадцат тринадцат четырнадцат пятнадцат шестнадцат семнадцат восемнадцат девятнадцат'.split(
    ' ',
  ),
  tens: '  двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто'.split(' '),
  round: '  двадцат тридцат сороков пятидесят шестидесят семидесят восьмидесят девяност'.split(' '),
}

function inRussian(number: number): string[] {
  if (number >= 100)
    return number === 100 ? ['сотой', 'сотая', 'сотую'] : inRussian(number - 100).map((rest) => `сто ${rest}`)
  const endings = (stem: string): string[] =>
    ['ой', 'ая', 'ую', 'ей', 'ья', 'ью'].map((ending) => stem + ending)
  if (number < 20) return endings(russian.ones[number] ?? '')
  if (number % 10 === 0) return endings(russian.round[tens(number)] ?? '')
  return endings(russian.ones[number % 10] ?? '').map((rest) => `${russian.tens[tens(number)]} ${rest}`)
}

function inChinese(number: number): string[] {
  const signs = '零一二三四五六七八九'
  if (number >= 100)
    return [`一百${number === 100 ? '' : `${number < 110 ? '零' : ''}${inChinese(number - 100)[0]}`}届`]
  const one = number % 10 === 0 ? '' : (signs[number % 10] ?? '')
  const ten = tens(number)
  return [`${ten === 0 ? '' : `${ten === 1 ? '' : signs[ten]}十`}${one}`]
}

const arabic = {
  ones: ' الحاديه الثانيه الثالثه الرابعه الخامسه السادسه السابعه الثامنه التاسعه'.split(' '),
  tens: '  العشر الثلاث الاربع الخمس الست السبع الثمان التسع'.split(' '),
}

function inArabic(number: number): string[] {
  if (number === 1) return ['الاولي']
  if (number < 10) return [arabic.ones[number] ?? '']
  if (number === 10) return ['العاشره']
  if (number < 20) return [`${arabic.ones[number % 10]} عشره`]
  if (number >= 100)
    return number === 100 ? ['المائه', 'المئه'] : inArabic(number - 100).map((rest) => `${rest} بعد المائه`)
  const ten = arabic.tens[tens(number)] ?? ''
  return ['ين', 'ون'].map((ending) =>
    number % 10 === 0 ? ten + ending : `${arabic.ones[number % 10]} و${ten}${ending}`,
  )
}

const writers: Record<LanguageCode, (number: number) => string[]> = {
  ar: inArabic,
  zh: inChinese,
  en: inEnglish,
  fr: inFrench,
  ru: inRussian,
  es: inSpanish,
}
