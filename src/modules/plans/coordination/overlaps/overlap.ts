import { overlap as shareOf, shared } from '#modules/activities/index.ts'
import type { LanguageCode } from '#platform/languages.ts'

/** Why two items of different units may be the same, as data that the messages word in six languages. */
export type OverlapReason =
  | { kind: 'duty'; duties: string[] }
  | { kind: 'provision'; provisions: string[] }
  | { kind: 'title'; language: LanguageCode }
  | { kind: 'text'; language: LanguageCode; words: string[] }
  | { kind: 'concepts'; concepts: string[] }
  | { kind: 'partners'; partners: string[] }
  | { kind: 'dates' }

export const overlapKinds = [
  'duty',
  'provision',
  'title',
  'text',
  'concepts',
  'partners',
  'dates',
] as const satisfies readonly OverlapReason['kind'][]

/** What an item says in one language: its title in pieces, and its telling words as written, by stem. */
export type ItemSpeech = { trigrams: ReadonlySet<string>; words: ReadonlyMap<string, string> }

/** An item taken apart for comparing; made once, compared with many. */
export type Likened = {
  id: string
  plan: string
  series: string
  lineage: string
  /** The items above it, from the top. */
  above: readonly string[]
  /** The body that leads it, or else its plan. */
  lead: string
  duties: ReadonlySet<string>
  /** Also those of its duties. */
  provisions: ReadonlySet<string>
  /** 'body itu-bdt', 'organization k2…'. */
  partners: ReadonlySet<string>
  countries: ReadonlySet<string>
  startsOn: string | null
  deadlineOn: string | null
  speech: Readonly<Partial<Record<LanguageCode, ItemSpeech>>>
  /** Concepts of the thesaurus, which are the same in every language. */
  concepts: ReadonlySet<string>
}

export type Overlap = {
  /** Between nothing in common and the same in all: from `likelyOverlap` on people are asked to look. */
  score: number
  reasons: OverlapReason[]
}

export const likelyOverlap = 0.5

/** Another unit or another series of plans; never what was carried on or split, nor what stands below the other. */
export const isAcrossUnits = (one: Likened, other: Likened): boolean =>
  one.lineage !== other.lineage &&
  (one.lead !== other.lead || one.series !== other.series) &&
  !one.above.includes(other.id) &&
  !other.above.includes(one.id)

/** How much two items look like one, and why. The same whichever is given first. */
export function overlapOf(one: Likened, other: Likened): Overlap {
  const found = [
    dutyOf(one, other),
    provisionOf(one, other),
    titleOf(one, other),
    textOf(one, other),
    conceptsOf(one, other),
    partnersOf(one, other),
    datesOf(one, other),
    countriesOf(one, other),
  ].flatMap((evidence) => evidence ?? [])
  const score = found.reduce((sum, { weight }) => sum + weight, 0)
  return {
    score: Math.max(0, Math.min(1, Math.round(score * 100) / 100)),
    reasons: found.flatMap(({ reason }) => reason ?? []),
  }
}

/** What speaks for it with how much; less than nothing speaks against it. */
type Evidence = { weight: number; reason: OverlapReason | null } | null

/** One duty is met once: whoever else sets out to meet it at the same time should know. */
function dutyOf(one: Likened, other: Likened): Evidence {
  const duties = shared(one.duties, other.duties)
  if (duties.length === 0) return null
  return { weight: Math.min(0.5, 0.35 + 0.05 * duties.length), reason: { kind: 'duty', duties } }
}

/** A provision may hold several duties, so it says less; those of shared duties were counted already. */
function provisionOf(one: Likened, other: Likened): Evidence {
  const counted = new Set(shared(one.duties, other.duties).map((duty) => duty.split('#')[0] ?? duty))
  const provisions = shared(one.provisions, other.provisions).filter((id) => !counted.has(id))
  if (provisions.length === 0) return null
  return {
    weight: Math.min(0.35, 0.25 + 0.05 * provisions.length),
    reason: { kind: 'provision', provisions },
  }
}

const nearTitle = 0.4

function titleOf(one: Likened, other: Likened): Evidence {
  const near = inCommonLanguages(one, other)
    .map(([language, a, b]) => ({ language, share: shareOf(a.trigrams, b.trigrams) }))
    .toSorted((a, b) => b.share - a.share)[0]
  if (near === undefined || near.share < nearTitle) return null
  return { weight: 0.4 * near.share, reason: { kind: 'title', language: near.language } }
}

/** So much any two texts about such matters have in common. */
const usualInText = 0.15
const mostWords = 6

function textOf(one: Likened, other: Likened): Evidence {
  const near = inCommonLanguages(one, other)
    .map(([language, a, b]) => {
      const [mine, theirs] = [new Set(a.words.keys()), new Set(b.words.keys())]
      return {
        language,
        share: shareOf(mine, theirs),
        words: shared(mine, theirs).map((stem) => a.words.get(stem) ?? stem),
      }
    })
    .toSorted((a, b) => b.share - a.share)[0]
  if (near === undefined || near.share < 2 * usualInText) return null
  const words = near.words.toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1)).slice(0, mostWords)
  return {
    weight: Math.min(0.3, 0.75 * (near.share - usualInText)),
    reason: { kind: 'text', language: near.language, words },
  }
}

const inCommonLanguages = (one: Likened, other: Likened): [LanguageCode, ItemSpeech, ItemSpeech][] =>
  (Object.entries(one.speech) as [LanguageCode, ItemSpeech][]).flatMap(
    ([language, speech]): [LanguageCode, ItemSpeech, ItemSpeech][] => {
      const theirs = other.speech[language]
      return theirs === undefined ? [] : [[language, speech, theirs]]
    },
  )

function conceptsOf(one: Likened, other: Likened): Evidence {
  const concepts = shared(one.concepts, other.concepts)
  if (concepts.length === 0) return null
  const share = shareOf(one.concepts, other.concepts)
  return { weight: 0.25 * share * Math.min(1, concepts.length / 2), reason: { kind: 'concepts', concepts } }
}

function partnersOf(one: Likened, other: Likened): Evidence {
  const partners = shared(one.partners, other.partners)
  if (partners.length === 0) return null
  return { weight: Math.min(0.2, 0.05 + 0.05 * partners.length), reason: { kind: 'partners', partners } }
}

/** What is over before the other begins is hardly the same. */
function datesOf(one: Likened, other: Likened): Evidence {
  if (one.startsOn === null || other.startsOn === null) return null
  if (one.deadlineOn === null || other.deadlineOn === null) return null
  return one.startsOn <= other.deadlineOn && other.startsOn <= one.deadlineOn
    ? { weight: 0.1, reason: { kind: 'dates' } }
    : { weight: -0.15, reason: null }
}

function countriesOf(one: Likened, other: Likened): Evidence {
  if (one.countries.size === 0 || other.countries.size === 0) return null
  return shared(one.countries, other.countries).length === 0 ? { weight: -0.25, reason: null } : null
}
