import { languageCodes, type LanguageCode } from '#platform/languages.ts'
import { blockRoom, readBlock, type Postings } from '../segment/postings.ts'
import { noOriginal } from '../segment/segment.ts'
import { languageOfSpace } from '../segment/spaces.ts'
import type { PartClause } from './matching.ts'
import type { Found } from './ordering.ts'

/** The language of the text of a document that fits a query best; of equals the reader's own, then the original. */
export function bestLanguage(
  found: Found,
  clauses: readonly PartClause[],
  reader: LanguageCode,
): LanguageCode {
  const { titles, dictionary, postings } = found.part.segment
  const from = titles.starts[found.document]!
  const to = titles.starts[found.document + 1]!
  if (to - from === 1) return languageCodes[titles.languages[from]!]!
  const gains = new Float64Array(languageCodes.length)
  for (const { direct, widened } of clauses) {
    for (const { terms, weights } of [direct, widened]) {
      for (const [place, term] of terms.entries()) {
        const language = languageOfSpace(spaceOf(dictionary.spaces, term))
        if (language === null) continue
        gains[languageCodes.indexOf(language)]! += impactOf(postings, term, found.document) * weights[place]!
      }
    }
  }
  const has = languageCodes.filter((_, language) => titles.languages.subarray(from, to).includes(language))
  const original = titles.originals[found.document]!
  const favour = (code: LanguageCode) =>
    (code === reader ? 2 : 0) + (original !== noOriginal && languageCodes[original] === code ? 1 : 0)
  const gain = (code: LanguageCode) => gains[languageCodes.indexOf(code)]!
  return has.toSorted((a, b) => gain(b) - gain(a) || favour(b) - favour(a))[0] ?? reader
}

function spaceOf(spaces: Uint32Array, term: number): number {
  let space = 0
  while (spaces[space + 1]! <= term) space++
  return space
}

const room = blockRoom()

/** What a term says of one document: 0 where it does not stand. */
function impactOf(postings: Postings, term: number, document: number): number {
  let low = postings.blocks[term]!
  let high = postings.blocks[term + 1]! - 1
  while (low < high) {
    const middle = (low + high + 1) >>> 1
    if (postings.firsts[middle]! <= document) low = middle
    else high = middle - 1
  }
  const count = readBlock(postings, term, low, room)
  const place = room.documents.subarray(0, count).indexOf(document)
  return place < 0 ? 0 : room.impacts[place]!
}
