import { languageCodes } from '#platform/languages.ts'
import type { SearchDocument } from '../search-document.ts'
import type { Thesaurus } from '../thesaurus/thesaurus.ts'
import { dictionaryWriter, unitsOf } from './dictionary.ts'
import { documentTerms, type DocumentStem } from './document-terms.ts'
import { facetWriter, type FacetColumn } from './facet-columns.ts'
import { keySlots } from './key-slots.ts'
import { packTexts } from './packed-texts.ts'
import { postingsWriter } from './postings.ts'
import { collators, compareKeys, noOriginal, shownTitle, type Segment, type Titles } from './segment.ts'
import { wordSpace } from './spaces.ts'
import { stemTable } from './stem-table.ts'

/** Makes a segment of documents with different keys. */
export function buildSegment(given: readonly SearchDocument[], thesaurus: Thesaurus): Segment {
  const documents = given.toSorted((a, b) => b.date - a.date || compareKeys(a.key, b.key))
  const keys = packTexts(documents.map(({ key }) => key))
  return {
    count: documents.length,
    dates: Float64Array.from(documents, ({ date }) => date),
    keys,
    slots: keySlots(keys),
    cards: packTexts(documents.map(({ card }) => card)),
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

type Held = { space: number; text: string; documents: number[]; impacts: number[]; positions: number[][] }

function termsOf(documents: readonly SearchDocument[], thesaurus: Thesaurus) {
  const held = new Map<string, Held>()
  const stems = new Map<string, DocumentStem>()
  for (const [place, document] of documents.entries()) {
    const found = documentTerms(document, thesaurus)
    for (const { space, text, impact, positions } of found.terms) {
      const name = String.fromCharCode(space) + text
      let one = held.get(name)
      if (!one) held.set(name, (one = { space, text, documents: [], impacts: [], positions: [] }))
      one.documents.push(place)
      one.impacts.push(impact)
      one.positions.push(positions as number[])
    }
    for (const stem of found.stems) stems.set(`${stem.space} ${stem.stem} ${stem.surface}`, stem)
  }
  const names = [...held.keys()].sort()
  const dictionary = dictionaryWriter()
  const postings = postingsWriter()
  const places = new Map<string, number>()
  for (const name of names) {
    const { space, text, documents: holders, impacts, positions } = held.get(name)!
    places.set(name, dictionary.add(space, unitsOf(text)))
    for (const [place, document] of holders.entries()) {
      postings.add(document, impacts[place]!)
      postings.place(positions[place]!)
    }
    postings.endTerm()
  }
  const pairs = [...stems.values()].map(({ space, stem, surface }) => {
    return { space, stem, term: places.get(String.fromCharCode(space) + surface)! }
  })
  return {
    dictionary: dictionary.done(),
    postings: postings.done(),
    stems: stemTable(pairs, names.length),
  }
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
