import type { Cell } from '../links/link.ts'
import type { Scope } from '#platform/access/actor.ts'
import type { LanguageCode, Translated } from '#platform/languages.ts'

export const versionTextKind = 'matrix-version'

/** The agreed links of one day under a number. Its links never change. */
export type MatrixVersion = {
  number: number
  datedOn: string
  publishedAt: Date
  /** '2017' for the one that was shipped. */
  source: '2017' | null
  language: LanguageCode
  links: number
}

/** A link as it stood when a version was published. */
export type FrozenLink = Cell & {
  id: string
  agency: Scope | null
  validFrom: string
  validUntil: string | null
  source: '2017' | 'own-analysis' | null
  revision: number
  language: LanguageCode
  rationale: Translated
}

export const changeKinds = ['added', 'withdrawn', 'reworded', 'validity', 'agency'] as const

export type ChangeKind = (typeof changeKinds)[number]

/** What became of a link from one version to another; `before` or `after` is missing where it was not there. */
export type LinkChange = { kinds: ChangeKind[]; before: FrozenLink | null; after: FrozenLink | null }

/** What differs between two versions, in the order of the Matrix as the caller gives it. A link is the same by its id. */
export function changesBetween(before: readonly FrozenLink[], after: readonly FrozenLink[]): LinkChange[] {
  const then = new Map(before.map((link) => [link.id, link]))
  const now = new Map(after.map((link) => [link.id, link]))
  const gone = before.filter(({ id }) => !now.has(id))
  const stayed = after.flatMap((link): LinkChange[] => {
    const earlier = then.get(link.id)
    if (earlier === undefined) return [{ kinds: ['added'], before: null, after: link }]
    const kinds = kindsOf(earlier, link)
    return kinds.length === 0 ? [] : [{ kinds, before: earlier, after: link }]
  })
  return [...gone.map((link): LinkChange => ({ kinds: ['withdrawn'], before: link, after: null })), ...stayed]
}

/** A word that a translator has changed is no change of the link: only the language in which it was written counts. */
const kindsOf = (before: FrozenLink, after: FrozenLink): ChangeKind[] => [
  ...(before.rationale[before.language] === after.rationale[before.language] &&
  before.language === after.language
    ? []
    : (['reworded'] as const)),
  ...(before.validFrom === after.validFrom && before.validUntil === after.validUntil
    ? []
    : (['validity'] as const)),
  ...(before.agency === after.agency ? [] : (['agency'] as const)),
]
