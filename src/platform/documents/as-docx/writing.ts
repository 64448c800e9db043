import { office, type Relationship } from '../docx-package.ts'
import type { LanguageCode } from '../../languages.ts'
import type { Paper, PaperPicture } from '../paper.ts'
import { numberings, type Numberings } from './numbering.ts'

/** What grows while a paper is written. */
export type Writing = {
  paper: Paper
  language: LanguageCode
  links: Links
  numbering: Numberings
  pictures: PaperPicture[]
  /** How many tables and figures there are so far. */
  counts: { table: number; figure: number }
  /** Numbers of the footnotes that were referred to: Word counts each where it stands. */
  noted: Set<number>
  /** How often each name of a place was used. */
  places: Map<string, number>
  /** A number that no other mark or drawing of the file has. */
  next: () => number
}

export function startWriting(paper: Paper): Writing {
  let last = 0
  return {
    ...{ paper, language: paper.language, links: linksOf('link'), numbering: numberings(paper.language) },
    ...{ pictures: [], counts: { table: 0, figure: 0 }, noted: new Set(), places: new Map() },
    next: () => (last += 1),
  }
}

/** Addresses to which a part of the file leads, each once. */
export type Links = { idOf: (target: string) => string; all: () => Relationship[] }

export function linksOf(name: string): Links {
  const ids = new Map<string, string>()
  return {
    idOf(target) {
      const id = ids.get(target) ?? `${name}${ids.size + 1}`
      ids.set(target, id)
      return id
    },
    all: () =>
      [...ids].map(([target, id]) => ({ id, type: `${office}/hyperlink`, target, isExternal: true })),
  }
}

/** Beyond that Word takes the file for damaged. */
const longestTarget = 2_000

/** An address as a file may lead to it; null for what is none, or none of the web or of mail. */
export function linkTarget(address: string): string | null {
  const url = URL.parse(address)
  if (url === null || !['http:', 'https:', 'mailto:'].includes(url.protocol)) return null
  return url.href.length > longestTarget ? null : url.href
}
