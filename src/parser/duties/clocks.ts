import type { LanguageCode } from '../language-code.ts'
import { clockWords } from '../names/clock-words.ts'
import { conferenceAfter } from '../names/conferences.ts'
import type { Plain } from '../names/fold.ts'
import type { House, Mention } from '../names/mentions.ts'
import { ordinalIn } from '../names/ordinals.ts'
import type { Cadence } from '../resolution.ts'
import type { VerbGroup } from './clauses/clause.ts'

export type Deadline = { printed: string; year: number | null; kind: 'soon' | 'dated' | 'occasion' }
export type Clock = {
  cadence: { value: Cadence | null; basis: 'explicit' | 'implied' }
  deadline: Deadline | null
}

type Place = {
  text: Plain
  from: number
  until: number
  mentions: Mention[]
  language: LanguageCode
  house: House
  year: number | null
}

/** How often and by when, as far as the words of this stretch say so. */
export function clockIn(place: Place, group: VerbGroup, delivers: boolean): Clock {
  const words = clockWords[place.language]
  const stretch = place.text.text.slice(place.from, place.until)
  const deadline = deadlineIn(place, stretch, delivers)
  const periodic = words.cadences.find(([, pattern]) => pattern.test(stretch))
  if (periodic !== undefined) {
    // 'at its annual sessions' says how often, not by when.
    const again = deadline?.kind === 'occasion' && periodic[1].test(deadline.printed)
    return { cadence: { value: periodic[0], basis: 'explicit' }, deadline: again ? null : deadline }
  }
  const goesOn =
    group.continuing || words.ongoing.test(stretch) || group.verbs.some((verb) => words.lasting.test(verb))
  if (deadline !== null && isOnce(deadline, delivers, goesOn)) {
    return { cadence: { value: 'once', basis: 'explicit' }, deadline }
  }
  if (goesOn) return { cadence: { value: 'ongoing', basis: 'explicit' }, deadline }
  return { cadence: { value: delivers ? null : 'ongoing', basis: 'implied' }, deadline }
}

/** What is tied to one dated occasion is done once, unless it is said to go on until then. */
const isOnce = (deadline: Deadline, delivers: boolean, goesOn: boolean): boolean =>
  deadline.kind !== 'soon' && (delivers || deadline.kind === 'occasion' || !goesOn)

function deadlineIn(place: Place, stretch: string, delivers: boolean): Deadline | null {
  const words = clockWords[place.language]
  const conference = delivers ? conferenceIn(place) : null
  if (conference !== null) return conference
  const occasion = words.occasion.exec(stretch)
  if (occasion !== null) return found(place, occasion, 'occasion', sessionYear(place, occasion, stretch))
  const dated = words.dated.exec(withoutBrackets(stretch))
  if (dated !== null && isAhead(dated[0], place.year)) return found(place, dated, 'dated', yearIn(dated[0]))
  const soon = words.soon.exec(stretch)
  return soon === null ? null : found(place, soon, 'soon', null)
}

const withoutBrackets = (text: string): string =>
  text.replaceAll(/\([^)]*\)/g, (inside) => ' '.repeat(inside.length))

const found = (
  place: Place,
  match: RegExpExecArray,
  kind: Deadline['kind'],
  year: number | null,
): Deadline => {
  const start = place.from + match.index
  const printed = place.text.printed(start, start + match[0].trimEnd().length)
  return { printed: printed.replace(/[,;.:]$/, ''), year, kind }
}

const yearIn = (text: string): number | null => {
  const year = /20\d\d/.exec(text)?.[0]
  return year === undefined ? null : Number(year)
}

/** A year before the text itself is history, not a deadline. */
const isAhead = (text: string, year: number | null): boolean => {
  const named = yearIn(text)
  return named === null || year === null || named >= year
}

/** The General Assembly opened its first session in 1946, its second in 1947 and one each year since. */
const firstSessionYear = 1945

function sessionYear(place: Place, occasion: RegExpExecArray, stretch: string): number | null {
  const printed = yearIn(occasion[0])
  if (printed !== null) return printed
  const at = place.from + occasion.index
  // 'to the Commission at its twenty-fifth session': whose session it is stands right before it.
  const owner = place.mentions.findLast(
    (one) => one.end <= at && /^[ ,]*$/.test(place.text.text.slice(one.end, at)),
  )
  const isAssembly = owner === undefined ? place.house.adopter === 'unga' : owner.ids.includes('unga')
  if (!isAssembly) return conferenceYear(place, stretch)
  const number = ordinalIn(occasion[0], place.language)
  return number === null || number < 20 ? null : firstSessionYear + number
}

function conferenceYear(place: Place, stretch: string): number | null {
  const next = /next|prochaine|proxim|следующ|下|القادم|المقبل|التالي/iu.test(stretch)
  return next && place.year !== null
    ? (conferenceAfter(place.house.adopter ?? '', place.year)?.year ?? null)
    : null
}

const conferences = ['itu-pp', 'wtsa', 'wtdc', 'ra', 'wrc', 'wtpf', 'hlpf']

/** 'to the plenipotentiary conference in 2022', 'to the next WTDC', 'to WTSA-24': the occasion is the deadline. */
function conferenceIn(place: Place): Deadline | null {
  const words = clockWords[place.language]
  for (const one of place.mentions) {
    if (one.start < place.from || one.end > place.until || !one.ids.some((id) => conferences.includes(id)))
      continue
    const before = place.text.text.slice(place.from, one.start)
    const after = place.text.text.slice(one.end)
    const next = words.next.exec(before)
    const later = /^ (?:القادم|المقبل|التالي)\p{L}*|^ (?:suivante|prochaine|siguiente)/u.exec(after)
    const year =
      /^(?:,? (?:in|of|en|de|в|для|لعام|عام|في عام|to be held in)?,? ?\(?)(20\d\d)\)?(?: ?(?:года|году|г\.|年))?/u.exec(
        after,
      )
    const ownYear = /-(\d\d)$/.exec(one.printed)
    const zhYear = place.language === 'zh' ? /(20\d\d)年$/.exec(before) : null
    if (next === null && later === null && year === null && ownYear === null && zhYear === null) continue
    const printedYear = year?.[1] ?? zhYear?.[1] ?? (ownYear === null ? undefined : `20${ownYear[1]}`)
    if (printedYear !== undefined && place.year !== null && Number(printedYear) < place.year) continue
    const start = startOf(place, one, before, next, zhYear)
    const end = one.end + (later?.[0].length ?? 0) + (year?.[0].length ?? 0)
    const known = place.year === null ? undefined : conferenceAfter(one.ids[0] ?? '', place.year)
    return {
      printed: place.text.printed(start, end),
      year: printedYear === undefined ? (known?.year ?? null) : Number(printedYear),
      kind: 'occasion',
    }
  }
  return null
}

function startOf(
  place: Place,
  one: Mention,
  before: string,
  next: RegExpExecArray | null,
  zhYear: RegExpExecArray | null,
): number {
  if (zhYear !== null) return place.from + before.length - zhYear[0].length
  if (next === null) return one.start
  const article = /(?:^|(?<=[^\p{L}]))(?:the|la|le|l'|el) $/iu.exec(before.slice(0, next.index))
  return place.from + next.index - (article?.[0].length ?? 0)
}
