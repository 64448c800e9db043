import { isUuid, recordAt, type RecordRef } from '#modules/mandates/index.ts'
import type { Translated } from '#platform/languages.ts'
import { citationsIn, markedBlocks } from '../markup/markup.ts'
import type { EditionContent, FrozenCitation, FrozenTexts } from '../freezing/edition.ts'

/** What a claim rests on, as it stands at a moment. */
export type Citation = FrozenCitation & { title: Translated; path: string }

/** The record that an address in a text means: one that modules offer, or a piece of evidence. */
export function citedRef(address: string): RecordRef | null {
  const known = recordAt(address, '')
  if (known !== null) return known
  const id = /^(?:\/(?:ar|zh|en|fr|ru|es))?\/evidence\/([0-9a-f-]{36})$/.exec(address)?.[1]
  return id === undefined || !isUuid(id) ? null : { kind: 'evidence', id }
}

/**
 * Whether a footnote says a day of it. A text of a conference is cited as the United Nations do, by its name and the place in it:
 * the name says when it was adopted.
 */
export const isDated = (kind: string): boolean => kind !== 'provision' && kind !== 'revision'

export const refKey = ({ kind, id }: RecordRef): string => `${kind} ${id}`

/** What a text rests on in any of its languages. */
export const addressesIn = (text: FrozenTexts): string[] => [
  ...new Set(Object.values(text).flatMap((one) => citationsIn(markedBlocks(one.text)))),
]

/** All that a frozen report cites. The place in this order is the number of the citation, which never changes. */
export const citedAddresses = ({ sections }: Pick<EditionContent, 'sections'>): string[] =>
  [...new Set(sections.flatMap(({ text }) => addressesIn(text)))].sort()
