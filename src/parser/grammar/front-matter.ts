import type { LanguageCode } from '../language-code.ts'
import { wordsOf } from '../languages/acts.ts'
import { forgiving } from '../languages/pattern.ts'
import type { FrontMatterKind, Resolution } from '../resolution.ts'
import type { SetAside } from '../source.ts'
import { narrow } from './characters.ts'
import type { Formula } from './formula.ts'
import type { Vocabulary } from './join.ts'
import { joinLines } from './join.ts'
import type { Line } from './line.ts'
import type { NumberLine } from './number-line.ts'
import { numberLine } from './number-line.ts'
import { isAside, isDescription, symbol, titleStart } from './title-lines.ts'
import { firstPart } from './between.ts'
import { bracketOf, readPlaceAndYear, yearIn } from './place-and-year.ts'

export type Front = Pick<
  Resolution,
  'title' | 'number' | 'body' | 'place' | 'year' | 'revision' | 'frontMatter'
> & {
  marks: string[]
  /** The year comes from a date of the cover, which may be that of distribution. */
  isYearOfCover: boolean
}

type Found = { index: number; count: number; line: NumberLine }

/** Everything before the first section: number, title, earlier revisions, formula; forewords and covers are set aside. */
export function readFront(
  lines: Line[],
  formula: Formula | null,
  bodyStart: number,
  language: LanguageCode,
  vocabulary: Vocabulary,
  setAside: SetAside[],
): Front {
  const top = (formula && firstPart(lines, formula.start)?.start) ?? formula?.start ?? bodyStart
  const frontMatter: Resolution['frontMatter'] = []
  const add = (kind: FrontMatterKind, text: string, at: string) =>
    void (text !== '' && frontMatter.push({ kind, text, at }))
  const number = lastNumberLine(lines, top, language)
  const beforeTitle = number?.index ?? titleStart(lines, top, language)
  readCover(lines.slice(0, beforeTitle), language, add, setAside, vocabulary)

  const titleParts: string[] = []
  if (number) {
    const printed = lines.slice(number.index, number.index + number.count).map(({ text }) => text)
    const whole = joinLines(printed, vocabulary).text
    add(
      'number',
      whole.slice(0, whole.length - number.line.rest.length).trim(),
      lines[number.index]?.at ?? '',
    )
    if (isAside(number.line.rest, language)) add('other', number.line.rest, lines[number.index]?.at ?? '')
    else if (number.line.rest !== '') titleParts.push(number.line.rest)
  }
  let history: string | null = null
  for (const line of withBracketsJoined(
    lines.slice(number ? number.index + number.count : beforeTitle, top),
  )) {
    const printed = line.label === null ? line.text : `${line.label} ${line.text}`
    if (isHistory(line.text)) {
      history = line.text
      add('history', printed, line.at)
    } else if (isAside(line.text, language) || (!number && isDescription(line.text, language)))
      add('other', printed, line.at)
    else titleParts.push(printed)
  }
  // The second of several resolutions, on its own, has no title but that of its part.
  if (titleParts.length === 0 && formula)
    titleParts.push(...lines.slice(top + 1, formula.start).map(({ text }) => text))
  const title = joinLines(titleParts, vocabulary).text
  add('title', title, lines[number?.index ?? beforeTitle]?.at ?? '')
  for (const line of lines.slice(formula?.end ?? bodyStart, bodyStart)) add('other', line.text, line.at)
  if (formula) add('formula', formula.text, lines[formula.start]?.at ?? '')
  const when = whenAndWhere(formula, number?.line ?? null, history, frontMatter, language)
  return {
    title: title === '' ? null : title.replace(/[*†‡]+$/, '').trim(),
    number: number?.line.number ?? symbolNumber(frontMatter),
    body: formula ? bodyOf(formula.text, language) : null,
    ...when,
    revision: revisionOf(number?.line ?? null, language),
    frontMatter,
    marks: lines.slice(0, bodyStart).flatMap(({ marks }) => marks),
  }
}

function lastNumberLine(lines: Line[], top: number, language: LanguageCode): Found | null {
  for (let index = top - 1; index >= 0; index--) {
    const line = lines[index]
    if (!line || (line.starts === 'no' && index > 0)) continue
    for (const count of [1, 2]) {
      const text = lines
        .slice(index, Math.min(index + count, top))
        .map((one) => one.text)
        .join(' ')
      const balanced = (text.match(/[(（]/g)?.length ?? 0) === (text.match(/[)）]/g)?.length ?? 0)
      const found = numberLine(text, language)
      if (found && (balanced || count === 2)) {
        const isCover = /^[A-Z]\/(?:RES|DEC)\//.test(line.text) && found.rest === ''
        if (!isCover) return { index, count, line: found }
        break
      }
    }
  }
  return null
}

function readCover(
  lines: Line[],
  language: LanguageCode,
  add: (kind: FrontMatterKind, text: string, at: string) => void,
  setAside: SetAside[],
  vocabulary: Vocabulary,
): void {
  const foreword = new RegExp(`^(?:${forgiving(wordsOf[language].foreword)})$`, 'iu')
  const first = lines.findIndex(({ text }) => foreword.test(text))
  const cover = first >= 0 ? lines.slice(0, first) : lines
  const long = cover.length > 16 || cover.some(({ text }) => text.length > 400)
  for (const line of cover) {
    const text = line.label === null ? line.text : `${line.label} ${line.text}`
    if (symbol.test(line.text)) add('symbol', text, line.at)
    else if (long) setAside.push({ reason: 'before-the-title', text, at: line.at })
    else add('other', text, line.at)
  }
  if (first < 0) return
  const text = joinLines(
    lines.slice(first).map((line) => (line.label === null ? line.text : `${line.label} ${line.text}`)),
    vocabulary,
  ).text
  setAside.push({ reason: 'foreword', text, at: lines[first]?.at ?? '' })
}

/** A list of earlier years may go over several lines; it is read as one. */
function withBracketsJoined(lines: Line[]): Line[] {
  const joined: Line[] = []
  for (const line of lines) {
    const before = joined.at(-1)
    const isOpen =
      before &&
      /^[(（][^)）]*\d{4}[^)）]*$/u.test(before.text) &&
      /^[^(（]*[)）]\d*$|\d{4};$/u.test(line.text)
    if (before && isOpen)
      joined[joined.length - 1] = {
        ...before,
        text: `${before.text} ${line.text}`,
        marks: [...before.marks, ...line.marks],
      }
    else joined.push(line)
  }
  return joined
}

/** '(Johannesburg, 2008; Dubai, 2012)': a bracket with years and nothing else. */
const isHistory = (text: string): boolean =>
  /^[(（][^()（）]*(?:\d{4}|(?<![A-Za-zА-я])[CС]\d\d(?!\d))[^()（）]*[)）]$/u.test(narrow(text)) &&
  text.length < 400

export function isDecision(front: Resolution['frontMatter'], language: LanguageCode): boolean {
  const number = narrow(front.find(({ kind }) => kind === 'number')?.text ?? '')
  const [before, after] = language === 'zh' ? ['', ''] : ['(?<!\\p{L})', '(?!\\p{L})']
  return new RegExp(`${before}(?:${forgiving(wordsOf[language].decision)})${after}`, 'iu').test(number)
}

function bodyOf(formula: string, language: LanguageCode): string {
  const body = formula
    .replace(/\s*[(（][^()（）]*\p{N}[^()（）]*[)）]/gu, '')
    .replace(/[\s,،，:：]+$/u, '')
    .trim()
  return language === 'ar' ? body.replace(/^إن\s+/u, '') : body
}

function whenAndWhere(
  formula: Formula | null,
  number: NumberLine | null,
  history: string | null,
  front: Resolution['frontMatter'],
  language: LanguageCode,
): { place: string | null; year: number | null; isYearOfCover: boolean } {
  const places = [bracketOf(formula?.text ?? ''), number?.bracket ?? null].filter((text) => text !== null)
  const read = places.map((text) => readPlaceAndYear(text, language))
  const place = read.find((one) => one.place !== null)?.place ?? null
  const year = read.find((one) => one.year !== null)?.year ?? null
  const dates = front
    .filter(({ kind, text }) => kind === 'other' && narrow(text).length < 160)
    .map(({ text }) => yearIn(text))
  const own =
    year ??
    (history ? yearIn(history) : null) ??
    amendedYear(number?.bracket ?? history) ??
    councilYear(front)
  const ofCover = dates.findLast((one) => one !== null) ?? null
  return { place, year: own ?? ofCover, isYearOfCover: own === null }
}

/** '(C11, last amended C23)' */
function amendedYear(bracket: string | null): number | null {
  const years = [...(bracket ?? '').matchAll(/(?<![A-Za-zА-я])[CС]-?(\d\d)(?!\d)/gu)]
  const last = years.at(-1)?.[1]
  return last === undefined ? null : 2000 + Number(last)
}

/** The symbol of a Council paper carries the year: 'C31/117-E'. */
function councilYear(front: Resolution['frontMatter']): number | null {
  for (const { kind, text } of front) {
    const found = kind === 'symbol' || kind === 'other' ? /^[CС](\d\d)\/[\w()/.-]+$/u.exec(text) : null
    if (found) return 2000 + Number(found[1])
  }
  return null
}

function revisionOf(number: NumberLine | null, language: LanguageCode): string | null {
  if (!number?.bracket) return null
  return new RegExp(`(?:^|[^\\p{L}])(?:${forgiving(wordsOf[language].revised)})`, 'iu').test(number.bracket)
    ? number.bracket.trim()
    : null
}

function symbolNumber(front: Resolution['frontMatter']): string | null {
  for (const { kind, text } of front) {
    const found = kind === 'symbol' ? /\/(?:RES|DEC)\/(\d[\w/.-]*)/.exec(text) : null
    if (found?.[1]) return found[1]
  }
  return null
}
