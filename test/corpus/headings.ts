import { readFileSync } from 'node:fs'

export type HeadingWords = {
  formula: string
  number: string
  title: string
  /** A clause that may follow a preambular heading or a heading without addressee. */
  clause: string
  /** A clause that may follow a heading with addressees. */
  duty: string
  preamble: string[]
  /** Heading -> the addressees in it. */
  operative: Record<string, string[]>
}

export const headings = JSON.parse(readFileSync(new URL('headings.json', import.meta.url), 'utf8')) as Record<
  string,
  HeadingWords
>

/** A small resolution with this one heading in its place, after headings that nobody mistakes. */
export function resolutionWith(heading: string, kind: 'preamble' | 'operative', words: HeadingWords): string {
  const { clause, duty, operative } = words
  const [considering = ''] = words.preamble
  const [resolves = ''] = Object.keys(operative)
  const item = `${clause.slice(0, -1)};`
  const last = operative[heading]?.length ? `${duty}.` : clause
  return [
    ...[words.number, words.title, words.formula],
    ...[considering, `a) ${item}`, `b) ${clause}`],
    ...(kind === 'preamble' ? [heading, clause] : []),
    ...[resolves, `1 ${item}`, `2 ${clause}`],
    ...(kind === 'operative' ? [heading, last] : []),
  ].join('\n\n')
}
