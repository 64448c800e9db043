import { conferenceAt, placeSlug } from '../names/conferences.ts'
import { revisionInForce } from '../names/council-revisions.ts'
import type { Plain } from '../names/fold.ts'
import { findMentions } from '../names/mentions.ts'
import type { Mention } from '../names/mentions.ts'
import { resolutionWords } from '../names/resolution-words.ts'
import type { CitationContext, PlacedCitation } from './citation-context.ts'
import { instrumentId } from './instrument-id.ts'
import type { InstrumentKind } from './instrument-id.ts'

/** Resolutions, decisions, recommendations and opinions cited by number, with or without place, year and organ. */
export function numberedCitations(text: Plain, context: CitationContext): PlacedCitation[] {
  const mentions = findMentions(text, context.language, context.house)
  const found = [...symbols(text.text), ...recommendations(text.text)]
  for (const run of context.language === 'zh' ? chineseRuns(text.text) : runs(text.text, context)) {
    if (found.some((one) => one.start < run.end && run.start < one.end)) continue
    found.push(...citationsOf(run, text.text, mentions, context))
  }
  return found
}

/** A word such as 'Resolutions' with the numbers that belong to it. */
type Run = { kind: InstrumentKind; start: number; end: number; numbers: Numbered[]; tail: string }
type Numbered = { number: string; qualifier: string | null; start: number; end: number }

const number =
  '(?:(?:ITU|UIT|МСЭ)-[RTDРТ] )?(?:S-\\d+/\\d+|ES-\\d+/\\d+|\\d+/(?:CP|CMP|CMA)\\.\\d+|\\d{1,4}/\\d{1,3}(?: ?[A-Z](?![\\p{L}]))?|\\d{1,4} ?[A-Z]? ?\\([IVXLC-]+\\)|\\d{1,4}(?:-\\d{1,2})?(?:\\s?bis)?)'
const qualifier =
  '(?: ?\\((?:[^()]{0,90}?(?:(?:19|20)\\d\\d|(?:WRC|CMR|ВКР|WTSA|AMNT|ВАСЭ|WTDC|CMDT|ВКРЭ|PP|C|С|RA|AR|АР)-?\\d\\d)[^()]{0,14})\\))?'

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
    const list = new RegExp(
      `(?<![\\p{L}\\p{N}])(?:${word})(?:${dateAndOrgan}?(?=\\s))? ?(?<list>${one}(?:(?:${words.and})${one})*)`,
      'giu',
    )
    const apart = new RegExp(
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
  const each = new RegExp(`(?<number>${number})(?<rest>${qualifier})`, 'gu')
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
  const list = new RegExp(
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

function citationsOf(
  run: Run,
  text: string,
  mentions: Mention[],
  context: CitationContext,
): PlacedCitation[] {
  const before = organInside(run, mentions) ?? organBefore(run, text, mentions, context)
  const after = organAfter(run, text, mentions, context)
  const organ = after?.organ ?? before?.organ ?? null
  let qualified: string | null = run.tail === '' ? null : run.tail
  const found: PlacedCitation[] = []
  for (const [index, one] of [...run.numbers.entries()].toReversed()) {
    qualified = one.qualifier ?? qualified
    const first = index === 0
    const last = index === run.numbers.length - 1
    const stated = `${qualified ?? ''} ${first ? (before?.words ?? '') : ''} ${after?.words ?? ''} ${before?.words ?? ''}`
    const instrument = identify(run.kind, one.number, qualified, stated, organ, context)
    if (instrument === undefined) continue
    found.unshift({
      start: first ? (before?.start ?? run.start) : one.start,
      end: last ? (after?.end ?? run.end) : one.end,
      instrument,
      explicit: true,
      paragraphs: [],
    })
  }
  return found
}

/** 'résolution de l'Assemblée générale 70/1' */
function organInside(run: Run, mentions: Mention[]): Organ | null {
  const first = run.numbers[0]?.start ?? run.end
  const mention = mentions.find(
    (one) => one.start >= run.start && one.end <= first && one.ids.some((id) => adopters.has(id)),
  )
  const organ = mention?.ids[0]
  return organ === undefined ? null : { organ, start: run.start, end: first, words: '' }
}

type Organ = { organ: string; start: number; end: number; words: string }

const adopters = new Set([
  'itu-pp',
  'wtsa',
  'wtdc',
  'ra',
  'wrc',
  'itu-council',
  'unga',
  'ecosoc',
  'hrc',
  'unsc',
])

function organBefore(run: Run, text: string, mentions: Mention[], context: CitationContext): Organ | null {
  // In the other languages the organ follows the number; what stands before it belongs to something else.
  const adjacent = context.language === 'zh' || context.language === 'en'
  const named = mentions.findLast((one) => one.end <= run.start && one.ids.some((id) => adopters.has(id)))
  const organ = named?.ids[0]
  if (named === undefined || organ === undefined) return null
  const mention = text[named.end] === ')' ? longForm(named, mentions, text) : named
  const between = text.slice(mention.end, run.start)
  if (adjacent && beforeNumber.test(between)) {
    return { organ, start: startOfName(mention, text), end: mention.end, words: between }
  }
  const possessive =
    /^,? (?:in|by|through|via|par|dans|en|mediante|в|во|في|ب)? ?(?:its|sa|ses|leur|su|sus|своей|своих|своими) $/u
  return possessive.test(between) ? { organ, start: run.start, end: mention.end, words: '' } : null
}

/** 'the General Assembly (UNGA)': the acronym in brackets and the name before them are one. */
const longForm = (acronym: Mention, mentions: Mention[], text: string): Mention =>
  mentions.find(
    (one) => one.ids[0] === acronym.ids[0] && /^ ?\($/.test(text.slice(one.end, acronym.start)),
  ) ?? acronym

const beforeNumber =
  /^ ?(?:\([\p{Lu}\p{L} ]{2,12}\) ?)?,?(?: ?(?:19|20)\d\d年? ?| ?的?)?(?:(?:会议|届会|例会)?(?:上)?(?:通过|批准|做出|作出)?的?)?$/u

/** The article belongs to the mention but not to the citation: 'the General Assembly resolution' is 'General Assembly resolution'. */
const startOfName = (mention: Mention, text: string): number =>
  mention.start + (/^(?:the|The|its) /.exec(text.slice(mention.start))?.[0].length ?? 0)

function organAfter(run: Run, text: string, mentions: Mention[], context: CitationContext): Organ | null {
  const words = resolutionWords[context.language]
  const rest = text.slice(run.end)
  const own = new RegExp(`^(?:${words.thisConference})`, 'iu').exec(rest)
  if (own !== null && context.house.adopter !== null) {
    return {
      organ: context.house.adopter,
      start: run.start,
      end: run.end + own[0].length,
      words: ` ${context.year ?? ''}`,
    }
  }
  const mention = mentions.find((one) => one.start >= run.end && one.ids.some((id) => adopters.has(id)))
  const organ = mention?.ids[0]
  if (mention === undefined || organ === undefined) return null
  const between = text.slice(run.end, mention.start)
  if (
    !new RegExp(`^(?:(?:${words.of}))?(?:l'|la |le |el |los |الصادره? عن )?$`, 'iu').test(between) ||
    between === ''
  )
    return null
  const acronym = /^ ?\([^()]{2,12}\)/u.exec(text.slice(mention.end))?.[0] ?? ''
  const tail = text.slice(mention.end + acronym.length)
  const amended =
    organ === 'itu-council' ? /^ \([^()]{0,30}(?:19|20)\d\d[^()]{0,8}\)/u.exec(tail)?.[0] : undefined
  const session = amended ?? new RegExp(`^${words.session}`, 'iu').exec(tail)?.[0] ?? ''
  return { organ, start: mention.start, end: mention.end + acronym.length + session.length, words: session }
}

/** `undefined`: a number that is no citation at all. `null`: a citation whose instrument cannot be told. */
function identify(
  kind: InstrumentKind,
  printed: string,
  qualified: string | null,
  stated: string,
  organ: string | null,
  context: CitationContext,
): string | null | undefined {
  const sector = /^(?:ITU|UIT|МСЭ)-[RР]/.exec(printed)
  const bare = printed.replace(/^(?:ITU|UIT|МСЭ)-\S /, '').replace(/ ?bis$/, 'bis')
  if (/[/(]/.test(bare)) return instrumentId(unitedNations(bare, organ, context), kind, bare, null, null)
  const place = qualified === null ? null : placeOf(qualified)
  const year = yearOf(stated)
  const conference = place !== null && year !== null ? conferenceAt(place, year) : undefined
  const byCode = qualified === null ? null : organOfCode(qualified)
  const scr =
    /^ ?\((?:19|20)\d\d\)$/.test(qualified ?? '') && context.house.organization === 'un' ? 'unsc' : null
  const body =
    organ ?? (sector ? 'ra' : null) ?? byCode ?? scr ?? conference?.body ?? assumed(bare, place, context)
  if (body === null) return context.house.organization === 'un' && qualified === null ? undefined : null
  if (body === 'unsc') return instrumentId(body, kind, bare, null, year)
  return known(instrumentId(body, kind, bare, place ?? placeAdded(body, year, context), year), context)
}

function unitedNations(bare: string, organ: string | null, context: CitationContext): string {
  if (organ !== null && !organ.startsWith('itu')) return organ
  if (/\/C(?:P|MP|MA)\./.test(bare)) return 'unfccc'
  const [first] = bare.split('/')
  if (/^\d{4}$/.test(first ?? '')) return 'ecosoc'
  if (/^\d{3,4} \(\d/.test(bare)) return 'unsc'
  return context.house.adopter === 'hrc' ? 'hrc' : 'unga'
}

/** A bare number in a text of ITU: four digits are the Council's, the others belong to whoever adopts the text. */
function assumed(bare: string, place: string | null, context: CitationContext): string | null {
  if (context.house.organization !== 'itu') return null
  if (place === null) {
    if (/^\d{4}$/.test(bare)) return 'itu-council'
    if (context.house.adopter === 'itu-pp') return 'itu-pp'
    return [...(context.known?.keys() ?? [])].some((key) => key === `only-${bare}`)
      ? (context.known?.get(`only-${bare}`) ?? null)
      : null
  }
  const adopter = context.house.adopter
  return adopter === 'itu-council' ? 'itu-pp' : adopter
}

const placeAdded = (body: string, year: number | null, context: CitationContext): string | null =>
  body === context.house.adopter && year !== null && year === context.year && context.place !== null
    ? placeSlug(context.place)
    : null

const known = (id: string, context: CitationContext): string =>
  context.known?.get(id) ?? revisionInForce(id, context.year) ?? id

function placeOf(qualified: string): string | null {
  const inside = qualified.replaceAll(/[()]/g, '').trim()
  const words = Object.values(resolutionWords)
    .map((one) => one.revised)
    .join('|')
  const bare = inside
    .replaceAll(new RegExp(`(?<![\\p{L}])(?:${words})(?![\\p{L}])`, 'giu'), ' ')
    .replaceAll(/(?:19|20)\d\d ?(?:年|года?|г\.?)?/gu, ' ')
  for (const part of bare.split(/[,،、]/)) {
    const slug = /\p{L}{2,}/u.test(part) ? placeSlug(part.replace(/^ ?(?:في|в) /u, '').trim()) : null
    if (slug !== null) return slug
  }
  return null
}

function yearOf(stated: string): number | null {
  const years = stated.match(/(?:19|20)\d\d/g)
  if (years !== null) return Number(years[0])
  const short = [...stated.matchAll(/(?:[A-Z]{1,4}|С|ВКР|ВАСЭ|ВКРЭ|АР)-?(\d\d)(?!\d)/gu)].at(-1)?.[1]
  return short === undefined ? null : Number(short) + (Number(short) > 60 ? 1900 : 2000)
}

function organOfCode(qualified: string): string | null {
  if (/(?:WRC|CMR|ВКР)-/.test(qualified)) return 'wrc'
  if (/(?:WTSA|AMNT|ВАСЭ)-/.test(qualified)) return 'wtsa'
  if (/(?:WTDC|CMDT|ВКРЭ)-/.test(qualified)) return 'wtdc'
  return /PP-/.test(qualified) ? 'itu-pp' : null
}

/** 'A/RES/70/125', 'E/RES/2006/46', 'S/RES/1325 (2000)'. */
function symbols(text: string): PlacedCitation[] {
  const bodies: Record<string, string> = { 'A/': 'unga', 'E/': 'ecosoc', 'S/': 'unsc', 'A/HRC/': 'hrc' }
  return [
    ...text.matchAll(
      /(?<![\p{L}/])(A\/HRC\/|[AES]\/)(?:RES|DEC)\/((?:E?S-)?\d+(?:\/\d+)*(?: \((?:19|20)\d\d\))?)/gu,
    ),
  ].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    instrument: instrumentId(bodies[match[1] ?? ''] ?? 'unga', 'resolution', match[2] ?? '', null, null),
    explicit: true,
    paragraphs: [],
  }))
}

function recommendations(text: string): PlacedCitation[] {
  return [
    ...text.matchAll(
      /(?:\p{L}+ )?(?:ITU|UIT|МСЭ)-([TRТР])(?:建议书)? ([A-Z]{1,3})\.(\d+(?:\.\d+)*(?:-\d+)?)(?!\d)/gu,
    ),
  ].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    instrument: `itu-${/[TТ]/.test(match[1] ?? '') ? 't' : 'r'}-${(match[2] ?? '').toLowerCase()}-${(match[3] ?? '').replaceAll('.', '-')}`,
    explicit: true,
    paragraphs: [],
  }))
}
