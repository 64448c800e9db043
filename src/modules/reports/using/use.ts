import { addressesIn, citedRef } from '../citing/citation.ts'
import type { EditionContent } from '../freezing/edition.ts'
import { markedBlocks, type MarkedBlock } from '../markup/markup.ts'
import { kindOf } from '../parts/source-kinds.ts'

/** How a report uses a record: a claim rests on it, a list names it, a live part asks about it. */
export type Use = { kind: string; record: string; how: 'cited' | 'listed' | 'asked'; section: string }

const askedKinds = ['country', 'region', 'group', 'action-line'] as const

/** What a frozen report uses, in reading order, each record once in each way in each section. */
export function usesOf({ sections }: EditionContent): Use[] {
  const uses = sections.flatMap(({ code: section, text, parts, cited }): Use[] => [
    ...addressesIn(text).flatMap((address): Use[] => {
      const ref = cited[address] === undefined ? null : citedRef(address)
      return ref === null ? [] : [{ kind: ref.kind, record: ref.id, how: 'cited', section }]
    }),
    ...parts.flatMap(({ query, result }): Use[] => [
      ...result.listed.map((record): Use => ({ kind: kindOf[query.source], record, how: 'listed', section })),
      ...askedKinds.flatMap((kind): Use[] => {
        const record = query.filters[kind]
        return record === undefined ? [] : [{ kind, record, how: 'asked', section }]
      }),
    ]),
  ])
  return [...new Map(uses.map((use) => [Object.values(use).join('\t'), use])).values()]
}

/** A paragraph in its place: counted within its section, as its address does. */
export type Paragraph = { number: number; block: MarkedBlock }

/** The paragraphs of a text with their numbers; headings and live parts that stand alone have none. */
export function paragraphsOf(text: string): Paragraph[] {
  let number = 0
  return markedBlocks(text).flatMap((block) => {
    if (block.block !== 'paragraph' && block.block !== 'list') return []
    number += 1
    return [{ number, block }]
  })
}

/** Where a paragraph stands on the page of its report. */
export const paragraphId = (section: string, number: number): string => `p-${section}-${number}`
