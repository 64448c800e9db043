import { inLanguage, type LanguageCode, type Translated } from '#platform/languages.ts'
import { citationsIn, wordsIn, type MarkedBlock } from '../markup/markup.ts'
import { nameKey } from '../parts/label-queries.ts'
import type { Dimension } from '../parts/part.ts'
import type { WordedPart } from '../parts/part-shape.ts'
import type { Measured } from './limit.ts'

/** What stands around a text and may count with it: the parts of the report, and what the cited records are called. */
export type Surroundings = {
  language: LanguageCode
  parts: readonly WordedPart[]
  cited: ReadonlyMap<string, string>
}

/** A text in the parts of which each recipient counts some. */
export function measured(blocks: readonly MarkedBlock[], { language, parts, cited }: Surroundings): Measured {
  const part = (key: string) => String(parts.find((one) => one.key === key)?.result.total ?? '0')
  const ofKind = (wanted: (block: MarkedBlock) => boolean) => blocks.filter(wanted)
  return {
    text: wordsIn(
      ofKind(({ block }) => block !== 'heading' && block !== 'part'),
      { part },
    ),
    headings: wordsIn(
      ofKind(({ block }) => block === 'heading'),
      { part },
    ),
    footnotes: citationsIn(blocks)
      .map((address) => cited.get(address) ?? address)
      .join(' '),
    tables: blocks
      .flatMap((block) => (block.block === 'part' ? parts.filter(({ key }) => key === block.key) : []))
      .map((one) => tableWords(one, language))
      .join(' '),
  }
}

/** The words of a live part that stands by itself: each row and column with its name, each number. */
function tableWords({ query, result, labels }: WordedPart, language: LanguageCode): string {
  const name = (dimension: Dimension | null, value: string) =>
    dimension === null
      ? value
      : (inLanguage(labels[nameKey(dimension, value)] ?? noWords, language)?.text ?? value)
  if (query.view === 'figure') return String(result.total)
  const columns = [...new Set(result.cells.map(({ column }) => column))]
  return [
    ...columns.map((column) => name(query.across, column)),
    ...result.rows.map(({ value, count }) => `${name(query.by, value)} ${count}`),
    ...result.cells.map(({ count }) => String(count)),
    ...result.listed,
  ].join(' ')
}

const noWords: Translated = {}
