import { resolutionAdopters } from './resolution-adopters.ts'
import { compiled } from '../names/compiled.ts'
import { conferenceAt, placeSlug } from '../names/conferences.ts'
import { revisionInForce } from '../names/council-revisions.ts'
import type { Plain } from '../names/fold.ts'
import { findMentions } from '../names/mentions.ts'
import type { Mention } from '../names/mentions.ts'
import { resolutionWords } from '../names/resolution-words.ts'
import type { CitationContext, PlacedCitation } from './citation-context.ts'
import { citationRuns } from './citation-runs.ts'
import type { Run } from './citation-runs.ts'
import { recommendations, symbols } from './citation-symbols.ts'
import { instrumentId } from './instrument-id.ts'
import type { InstrumentKind } from './instrument-id.ts'

/** Resolutions, decisions, recommendations and opinions cited by number, with or without place, year and organ. */
export function numberedCitations(text: Plain, context: CitationContext): PlacedCitation[] {
  const mentions = findMentions(text, context.language, context.house)
  const found = [...symbols(text.text), ...recommendations(text.text)]
  for (const run of citationRuns(text.text, context)) {
    if (found.some((one) => one.start < run.end && run.start < one.end)) continue
    found.push(...citationsOf(run, text.text, mentions, context))
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

const adopters = new Set<string>(resolutionAdopters)

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
  const own = compiled(`^(?:${words.thisConference})`, 'iu').exec(rest)
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
    !compiled(`^(?:(?:${words.of}))?(?:l'|la |le |el |los |الصادره? عن )?$`, 'iu').test(between) ||
    between === ''
  )
    return null
  const acronym = /^ ?\([^()]{2,12}\)/u.exec(text.slice(mention.end))?.[0] ?? ''
  const tail = text.slice(mention.end + acronym.length)
  const amended =
    organ === 'itu-council' ? /^ \([^()]{0,30}(?:19|20)\d\d[^()]{0,8}\)/u.exec(tail)?.[0] : undefined
  const session = amended ?? compiled(`^${words.session}`, 'iu').exec(tail)?.[0] ?? ''
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
    .replaceAll(compiled(`(?<![\\p{L}])(?:${words})(?![\\p{L}])`, 'giu'), ' ')
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
