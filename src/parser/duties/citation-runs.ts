import { compiled } from '../names/compiled.ts'
import { resolutionWords } from '../names/resolution-words.ts'
import type { CitationContext } from './citation-context.ts'
import type { InstrumentKind } from './instrument-id.ts'

/** A word such as 'Resolutions' with the numbers that belong to it. */
export type Run = { kind: InstrumentKind; start: number; end: number; numbers: Numbered[]; tail: string }
export type Numbered = { number: string; qualifier: string | null; start: number; end: number }

const number =
  '(?:(?:ITU|UIT|МСЭ)-[RTDРТ] )?(?:S-\\d+/\\d+|ES-\\d+/\\d+|\\d+/(?:CP|CMP|CMA)\\.\\d+|\\d{1,4}/\\d{1,3}(?: ?[A-Z](?![\\p{L}]))?|\\d{1,4} ?[A-Z]? ?\\([IVXLC-]+\\)|\\d{1,4}(?:-\\d{1,2})?(?:\\s?bis)?)'
const qualifier =
  '(?: ?\\((?:[^()]{0,90}?(?:(?:19|20)\\d\\d|(?:WRC|CMR|ВКР|WTSA|AMNT|ВАСЭ|WTDC|CMDT|ВКРЭ|PP|C|С|RA|AR|АР)-?\\d\\d)[^()]{0,14})\\))?'

/** Finds each such word of a text. */
export function citationRuns(text: string, context: CitationContext): Run[] {
  return context.language === 'zh' ? chineseRuns(text) : runs(text, context)
}

function runs(text: string, context: CitationContext): Run[] {
  const words = resolutionWords[context.language]
  const kinds: [InstrumentKind, string][] = [
    ['resolution', words.resolution],
    ['decision', words.decision],
    ['opinion', words.opinion],
  ]
  const found: Run[] = []
  for (const [kind, word] of kinds) {
    const dateAndOrgan = `(?:${words.of})`
    const one = `(?:n[o°º]s? ?\\.?|№ ?|رقم )?${number}${qualifier}${dateOf(context)}`
    const list = compiled(
      `(?<![\\p{L}\\p{N}])(?:${word})(?:${dateAndOrgan}?(?=\\s))? ?(?<list>${one}(?:(?:${words.and})${one})*)`,
      'giu',
    )
    const apart = compiled(
      `(?<![\\p{L}\\p{N}])(?:${word})[\\p{L}' ]{4,70}? (?<list>(?:(?:S-|ES-)?\\d{1,4}/\\d{1,3}${dateOf(context)}|\\d{3,4}(?![\\d/])${qualifier})(?:(?:${words.and})\\d{1,4}/\\d{1,3}${dateOf(context)})*)`,
      'giu',
    )
    for (const match of [...text.matchAll(list), ...text.matchAll(apart)]) {
      const listed = match.groups?.['list'] ?? ''
      const at = match.index
      if (found.some((one) => one.start <= at && at < one.end)) continue
      const start = match.index + match[0].length - listed.length
      found.push({
        kind,
        start: match.index,
        end: match.index + match[0].length,
        numbers: split(listed, start),
        tail: '',
      })
    }
  }
  return found
}

const dateOf = (context: CitationContext): string => {
  const months = resolutionWords[context.language].months
  const year = '(?:19|20)\\d\\d(?: года?| г\\.)?'
  const day = `\\d{1,2}(?:er)?(?: de| ) ?(?:${months})(?: de| del)? ${year}`
  return `(?:,? (?:of|du|de|от|en date du|de fecha|المورخ|المورخه)? ?${day})?`
}

function split(listed: string, offset: number): Numbered[] {
  // A 'C' or a year inside the brackets is no number of the list, so brackets are taken with the number before them.
  const each = compiled(`(?<number>${number})(?<rest>${qualifier})`, 'gu')
  const found: Numbered[] = []
  let from = 0
  for (const match of listed.matchAll(each)) {
    if (match.index < from) continue
    if (/^\d{1,2}$/.test(match[0]) && isDay(listed, match.index, match[0].length)) continue
    if (/^(?:19|20)\d\d$/.test(match[0]) && isYearOfDate(listed, match.index)) continue
    from = match.index + match[0].length
    found.push({
      number: match.groups?.['number'] ?? '',
      qualifier: match.groups?.['rest'] === '' ? null : (match.groups?.['rest'] ?? null),
      start: offset + match.index,
      end: offset + from,
    })
  }
  return found
}

const isDay = (text: string, at: number, length: number): boolean =>
  /^(?:er)?(?: de)? \p{L}{3,}(?: \p{L}{4,})? (?:de )?(?:19|20)\d\d/u.test(text.slice(at + length))
const isYearOfDate = (text: string, at: number): boolean =>
  /\d{1,2}(?:er)?(?: de)? \p{L}{3,}(?: \p{L}+)?(?: del?)? $/u.test(text.slice(0, at))

function chineseRuns(text: string): Run[] {
  const one =
    '(?:\\d{4}年\\d{1,2}月\\d{1,2}日)?第? ?(?:ITU-[RTD] ?)?(?:S-\\d+/\\d+|ES-\\d+/\\d+|\\d{1,4}/\\d{1,3}|\\d{1,4}(?:-\\d+)?(?: ?\\((?:19|20)\\d\\d\\))?)(?:号(?=[、,和及与或以]))?'
  const inside = '(?: ?\\([^()]{0,60}\\))?'
  const list = compiled(
    `(?<list>第 ?${one.replace('第? ?', '')}${inside}(?:(?:、|,|和|及|以及|与|或)${one}${inside})*) ?号? ?(?<kind>决议|决定|意见)(?<tail>${qualifier})|(?<kind2>决议|决定|意见) ?(?<list2>${number}(?:(?:、|和|及|与)${number})*)(?<tail2>${qualifier})`,
    'gu',
  )
  const found: Run[] = []
  for (const match of text.matchAll(list)) {
    const listed = match.groups?.['list'] ?? match.groups?.['list2'] ?? ''
    const kind = match.groups?.['kind'] ?? match.groups?.['kind2']
    const tail = match.groups?.['tail'] ?? match.groups?.['tail2'] ?? ''
    const start = match.index + match[0].indexOf(listed)
    found.push({
      kind: kind === '决定' ? 'decision' : kind === '意见' ? 'opinion' : 'resolution',
      start: match.index,
      end: match.index + match[0].length,
      numbers: split(listed, start),
      tail,
    })
  }
  return found
}
