import type { LanguageCode } from '../language-code.ts'
import { wordsOf } from '../languages/acts.ts'
import { forgiving } from '../languages/pattern.ts'
import { narrow } from './characters.ts'

export type NumberLine = {
  number: string
  /** 'Rev. Dubai, 2018', 'Busan, 2014', null without a bracket. */
  bracket: string | null
  /** The title, where it follows in the same line. */
  rest: string
}

const wordFirst = '(?:№|No\\.?|N[°º.]|n[°º.]|رقم|第)?\\s*'
const number =
  '((?:(?:ITU-[TRD]|UIT-[TRD]|МСЭ-[TRDТ]) )?(?:COM\\d+/\\d+|\\[[^\\]]{1,40}\\]|[A-Z]{0,4}/?\\d[\\d.A-Z]*(?:[-/]\\d+[A-Z]*)*|[A-Z]{2,5}-?\\d+(?:[-/]\\d+)*)(?:\\s\\([IVXLC]{1,8}\\)(?=\\s|$|\\.))?)'
const bracket = '(?:\\s*[(（]((?:[^()（）]|\\([^()]*\\))*)[)）])?'

/** 'RESOLUTION 140 (REV. DUBAI, 2018)', '第140号决议（2018年，迪拜，修订版）', '70/125. Title'; null for any other line. */
export function numberLine(printed: string, language: LanguageCode): NumberLine | null {
  const text = narrow(printed).trim()
  for (const expression of expressionsOf(language)) {
    const found = expression.exec(text)
    const groups = found?.groups
    if (!groups?.['number']) continue
    const rest = printed
      .trim()
      .slice(found?.[0].length ?? 0)
      .replace(/^[\s.,:–—-]+/u, '')
    if (
      groups['word'] &&
      rest !== '' &&
      /^(?:of|de|du|del|and|to|is|was|adopted|as|по|о|от|的|on|concerning|which|shall)(?![\p{L}])/iu.test(
        rest,
      )
    )
      continue
    return { number: tidy(groups['number']), bracket: groups['bracket'] ?? null, rest }
  }
  return null
}

/** 'A/RES/70/125' is resolution 70/125. */
const tidy = (printed: string): string =>
  printed
    .trim()
    .replace(/^[A-Z]\/(?:RES|DEC)\//, '')
    .replace(/\.$/, '')

const prepared = new Map<LanguageCode, RegExp[]>()

function expressionsOf(language: LanguageCode): RegExp[] {
  let list = prepared.get(language)
  if (!list) prepared.set(language, (list = prepare(language)))
  return list
}

function prepare(language: LanguageCode): RegExp[] {
  const words = wordsOf[language]
  const instrument = forgiving(words.instruments)
  const named = number.replace('(', '(?<number>')
  const inBracket = bracket.replace('((?:', '(?<bracket>(?:')
  const change = '(?:(?:ADD|MOD|SUP|NOC|\\(MOD\\))\\s+(?:\\S+\\s+)?)?'
  const draft =
    '(?:(?:draft|projet de|proyecto de|проект|revised|new|nouvelle|nueva|مشروع)\\s+(?:new |revised )?)?'
  const named2 = named.replace('number', 'number')
  const list: RegExp[] = []
  if (words.numberFirst)
    list.push(
      new RegExp(`^${change}(?<word>第)\\s*(?<number>[\\dA-Z/.-]+)\\s*号(?:${instrument})${inBracket}`, 'u'),
      new RegExp(`^${change}(?<number>[\\dA-Z]+(?:[-/]\\d+)*)\\s*号(?:${instrument})${inBracket}`, 'u'),
    )
  list.push(
    new RegExp(
      `^${change}${draft}(?<word>${instrument})\\s*${wordFirst}${named2}(?=$|[\\s(（.:–—,，])${inBracket}`,
      'iu',
    ),
  )
  list.push(
    /^(?:\p{Lu}[\p{Lu}\s-]{8,60}\s)?(?<number>WHA\d+(?:\.\d+|\(\d+\))|EB[S\d]+(?:\.R\d+|\(\d+\)))$/u,
    /^(?<number>[RDРР] \d{1,4}|\d{1,4} \([IVXLC]{1,8}\))\s*(?:\((?<bracket>[CС][^()]*)\))?\.?(?=\s+\p{Lu}|$)/u,
  )
  list.push(
    new RegExp(
      `^(?<number>[A-Z]{0,5}/?\\d{1,4}(?:/[A-Z0-9]+)+|WHA\\d+\\.\\d+|EB\\d+\\.R\\d+|\\d+ (?:EX|C)/(?:Decision|Resolution|Décision|Résolution)s?[\\d .-]*\\d)(?:\\.\\s+|\\s{2,}|\\s*[-–—:]\\s+|\\s+(?=\\p{L})|$|(?<=\\d)[.．]?(?=\\p{Script=Han}))`,
      'u',
    ),
  )
  return list
}
