import { firstDay, lastDay } from '../dates.ts'
import type { Profile } from './profile.ts'

/** Why two entries may be about the same activity, as data that the messages word in six languages. */
export type LikenessReason =
  | { kind: 'organization' }
  | { kind: 'title' }
  | { kind: 'text' }
  | { kind: 'figures'; figures: string[] }
  | { kind: 'concepts'; concepts: string[] }
  | { kind: 'page' }
  | { kind: 'site' }
  | { kind: 'countries'; countries: string[] }
  | { kind: 'dates' }

export const likenessKinds = [
  'organization',
  'title',
  'text',
  'figures',
  'concepts',
  'page',
  'site',
  'countries',
  'dates',
] as const satisfies readonly LikenessReason['kind'][]

export type Likeness = {
  /** Between nothing in common and the same in all: from `likely` on people are asked to look. */
  score: number
  reasons: LikenessReason[]
}

/** From here on two entries are likely to be about the same activity. */
export const likely = 0.5

/** How alike two entries are, and why. The same whichever is given first. */
export function likenessOf(one: Profile, other: Profile): Likeness {
  const found = [
    organizationOf(one, other),
    titleOf(one, other),
    textOf(one, other),
    figuresOf(one, other),
    conceptsOf(one, other),
    websiteOf(one, other),
    countriesOf(one, other),
    datesOf(one, other),
  ].flatMap((evidence) => evidence ?? [])
  const score = found.reduce((sum, { weight }) => sum + weight, 0)
  return { score: Math.max(0, Math.min(1, score)), reasons: found.flatMap(({ reason }) => reason ?? []) }
}

/** What speaks for it with how much; less than nothing speaks against it. */
type Evidence = { weight: number; reason: LikenessReason | null } | null

const organizationOf = (one: Profile, other: Profile): Evidence =>
  one.organization !== null && one.organization === other.organization
    ? { weight: 0.15, reason: { kind: 'organization' } }
    : null

/** The words of different languages are not compared: concepts and figures are. */
function titleOf(one: Profile, other: Profile): Evidence {
  const share = overlap(one.trigrams, other.trigrams)
  if (share < 0.35) return null
  return { weight: 0.4 * share, reason: { kind: 'title' } }
}

/** So much any two texts about such matters have in common. */
const usualInText = 0.12

function textOf(one: Profile, other: Profile): Evidence {
  if (one.language !== other.language) return null
  const share = overlap(one.stems, other.stems)
  if (share < usualInText) return null
  return {
    weight: Math.min(0.4, 2 * (share - usualInText)),
    reason: share < 2 * usualInText ? null : { kind: 'text' },
  }
}

const fewestFigures = 2

function figuresOf(one: Profile, other: Profile): Evidence {
  const figures = shared(one.figures, other.figures)
  if (figures.length < fewestFigures) return null
  return { weight: Math.min(0.25, 0.07 * figures.length), reason: { kind: 'figures', figures } }
}

function conceptsOf(one: Profile, other: Profile): Evidence {
  const concepts = shared(one.concepts, other.concepts)
  if (concepts.length === 0) return null
  const share = overlap(one.concepts, other.concepts)
  return { weight: 0.25 * share * Math.min(1, concepts.length / 2), reason: { kind: 'concepts', concepts } }
}

/** A page of its own says more than the site of an organization, which all its entries may name. */
function websiteOf({ website: one }: Profile, { website: other }: Profile): Evidence {
  if (one === null || other === null || one.host !== other.host) return null
  if (one.page !== other.page) return { weight: 0.05, reason: { kind: 'site' } }
  return one.page === ''
    ? { weight: 0.08, reason: { kind: 'site' } }
    : { weight: 0.35, reason: { kind: 'page' } }
}

/** The more of them the more they say; different ones speak against it. */
function countriesOf(one: Profile, other: Profile): Evidence {
  if (one.countries.size === 0 || other.countries.size === 0) return null
  const countries = shared(one.countries, other.countries)
  if (countries.length === 0) return { weight: -0.2, reason: null }
  const most = Math.min(0.25, 0.05 + 0.05 * countries.length)
  return { weight: most * overlap(one.countries, other.countries), reason: { kind: 'countries', countries } }
}

const nearDays = 190

/** One activity begins once: what begins at another time speaks against it, and more so what is over by then. */
function datesOf(one: Profile, other: Profile): Evidence {
  if (one.start === null || other.start === null) return null
  const isBefore = (a: Profile, b: Profile) => a.end !== null && lastDay(a.end) < firstDay(b.start ?? '')
  if (isBefore(one, other) || isBefore(other, one)) return { weight: -0.2, reason: null }
  if (!isNear(one.start, other.start)) return { weight: -0.1, reason: null }
  const endsNear = one.end !== null && other.end !== null && isNear(one.end, other.end)
  return { weight: endsNear ? 0.14 : 0.07, reason: { kind: 'dates' } }
}

/** As far as they were said: a year is near every day of it. */
function isNear(one: string, other: string): boolean {
  const days = (text: string) => Date.parse(text) / 86_400_000
  const apart = Math.max(
    days(firstDay(one)) - days(lastDay(other)),
    days(firstDay(other)) - days(lastDay(one)),
  )
  return apart <= nearDays
}

export const shared = (one: ReadonlySet<string>, other: ReadonlySet<string>): string[] =>
  [...one].filter((value) => other.has(value)).toSorted()

/** Twice what both have, of all that they have: 1 when they are the same. */
export function overlap(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const all = one.size + other.size
  return all === 0 ? 0 : (2 * shared(one, other).length) / all
}
