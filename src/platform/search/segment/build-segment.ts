import { languageCodes } from '#platform/languages.ts'
import type { SearchDocument } from '../search-document.ts'
import type { Thesaurus } from '../thesaurus/thesaurus.ts'
import { packCards } from './cards.ts'
import { dictionaryWriter, unitsOf } from './dictionary.ts'
import { gatherTerms, type GatheredTerms } from './gather-terms.ts'
import { facetWriter, type FacetColumn } from './facet-columns.ts'
import { keySlots } from './key-slots.ts'
import { packTexts } from './packed-texts.ts'
import type { Holder } from './occurrences.ts'
import { postingsWriter } from './postings.ts'
import { collators, compareKeys, noOriginal, shownTitle, type Segment, type Titles } from './segment.ts'
import { codeSpace, wordSpace } from './spaces.ts'
import { stemWriter, type StemWriter } from './stem-table.ts'

/** Makes a segment of documents with different keys. */
export function buildSegment(given: readonly SearchDocument[], thesaurus: Thesaurus): Segment {
  const documents = given.toSorted((a, b) => b.date - a.date || compareKeys(a.key, b.key))
  const keys = packTexts(documents.map(({ key }) => key))
  return {
    count: documents.length,
    dates: Float64Array.from(documents, ({ date }) => date),
    keys,
    slots: keySlots(keys),
    cards: packCards(documents),
    titles: titlesOf(documents),
    ...termsOf(documents, thesaurus),
    facets: facetsOf(documents),
  }
}

function titlesOf(documents: readonly SearchDocument[]): Titles {
  const texts = documents.flatMap((document) => document.texts)
  const starts = new Uint32Array(documents.length + 1)
  for (const [place, document] of documents.entries()) {
    starts[place + 1] = starts[place]! + document.texts.length
  }
  const titles: Titles = {
    starts,
    languages: Uint8Array.from(texts, ({ language }) => wordSpace(language)),
    texts: packTexts(texts.map(({ title }) => title)),
    originals: Uint8Array.from(documents, ({ original }) => (original ? wordSpace(original) : noOriginal)),
    ranks: new Uint32Array(languageCodes.length * documents.length),
  }
  const keys = documents.map(({ key }) => key)
  for (const [place, language] of languageCodes.entries()) {
    const shown = keys.map((_, document) => shownTitle(titles, document, place))
    const order = keys
      .map((_, document) => document)
      .sort((a, b) => collators[language].compare(shown[a]!, shown[b]!) || compareKeys(keys[a]!, keys[b]!))
    for (const [rank, document] of order.entries()) titles.ranks[place * keys.length + document] = rank
  }
  return titles
}

function termsOf(documents: readonly SearchDocument[], thesaurus: Thesaurus) {
  const { terms, forms, occurrences } = gatherTerms(documents, thesaurus)
  const dictionary = dictionaryWriter()
  const postings = postingsWriter()
  const stems = stemWriter()
  const add = ({ document, impact }: Holder) => postings.add(document, impact)
  const addWithPlaces = (holder: Holder) => {
    add(holder)
    postings.place(occurrences.positions, holder.from, holder.to)
  }
  for (const [space, ofSpace] of terms.entries()) {
    const places = new Map<number, number>()
    for (const text of [...ofSpace.keys()].sort()) {
      const term = ofSpace.get(text)!
      places.set(term, dictionary.add(space, unitsOf(text)))
      occurrences.eachHolder(term, space < codeSpace ? addWithPlaces : add)
      postings.endTerm()
    }
    addStems(stems, space, forms[space] ?? new Map(), places)
  }
  return { dictionary: dictionary.done(), postings: postings.done(), stems: stems.done() }
}

function addStems(
  stems: StemWriter,
  space: number,
  forms: GatheredTerms['forms'][number],
  places: ReadonlyMap<number, number>,
): void {
  const terms = new Map<string, Set<number>>()
  for (const [{ stem }, term] of forms) {
    const known = terms.get(stem)
    if (known) known.add(places.get(term)!)
    else terms.set(stem, new Set([places.get(term)!]))
  }
  for (const stem of [...terms.keys()].sort()) stems.add(space, unitsOf(stem), terms.get(stem)!)
}

/** What a document is counts as a facet as well. */
function facetsOf(documents: readonly SearchDocument[]): FacetColumn[] {
  const names = new Set(documents.flatMap(({ facets }) => Object.keys(facets)))
  return [...names.add('kind')].map((name) => {
    const writer = facetWriter(name)
    const sets = documents.map((document) =>
      writer.setOf(name === 'kind' ? [document.kind] : (document.facets[name] ?? [])),
    )
    return writer.done(Uint32Array.from(sets))
  })
}
