import type { Resolution, Unit } from '#parser/resolution.ts'
import type { Translated } from '#platform/languages.ts'

/** What is known here of a revision, to tell whether an imported text is one of it. */
export type KnownRevision = {
  revision: string
  instrument: string
  body: string | null
  /** The organ as its texts print it, when it is not one of ours. */
  printed: Translated
  number: string | null
  year: number | null
  /** Addresses of its provisions; only looked at when the organ is not one of ours. */
  addresses: string[]
}

export type Recognized =
  | { kind: 'revision'; revision: string }
  | { kind: 'new-revision'; instrument: string }
  | { kind: 'new-instrument' }

/** Which instrument and revision a text is, by organ, number and year; the place only counts where these leave a choice. */
export function recognize(text: Resolution, body: string | null, known: KnownRevision[]): Recognized {
  const number = plainNumber(text.number)
  if (number === null) return { kind: 'new-instrument' }
  const numbered = known.filter((one) => plainNumber(one.number) === number)
  const same = numbered.filter((one) => sameOrgan(text, body, one))
  const [first] = same
  if (!first) return { kind: 'new-instrument' }
  const revision = same.find(({ year }) => text.year === null || year === null || year === text.year)
  if (revision) return { kind: 'revision', revision: revision.revision }
  return { kind: 'new-revision', instrument: first.instrument }
}

/** 'ITU-R 61' is 61, 'A/RES/70/125' is 70/125. */
export const plainNumber = (number: string | null): string | null =>
  number === null ? null : (/\d[\d/.-]*(?:\d|[A-Z]\b)?/.exec(number)?.[0] ?? number.trim().toLowerCase())

/**
 * An organ that is one of ours is told by its id. Another is only printed, in each language otherwise: in a language that has
 * been seen its name decides; in a new one, two texts of the same number and year are one when they are built alike.
 */
function sameOrgan(text: Resolution, body: string | null, known: KnownRevision): boolean {
  if (body !== null || known.body !== null) return body === known.body
  const name = known.printed[text.language]
  if (name !== undefined) return text.body !== null && plainName(name) === plainName(text.body)
  return known.year === text.year && builtAlike(text, known.addresses)
}

const plainName = (name: string) =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

const leastAlike = 0.8

function builtAlike(text: Resolution, addresses: string[]): boolean {
  const shapes = (paths: string[]) => paths.map((path) => path.split('/').slice(1).join('/')).sort()
  const own = shapes(text.sections.flatMap(({ units }) => units.flatMap(pathsOf)))
  const others = shapes(addresses)
  const left = [...others]
  const shared = own.filter((shape) => {
    const place = left.indexOf(shape)
    if (place >= 0) left.splice(place, 1)
    return place >= 0
  })
  return shared.length >= leastAlike * Math.max(own.length, others.length)
}

const pathsOf = (unit: Unit): string[] => [unit.path, ...unit.children.flatMap(pathsOf)]

/** Told by the word before the number, in any of the six languages. */
export const isDecision = (text: Resolution): boolean =>
  text.frontMatter.some(
    ({ kind, text: line }) =>
      kind === 'number' && /\bd[eé]cisi[oó]n\b|\bacuerdo\b|решение|决定|مقرر|المقرر/iu.test(line),
  )
