import { provisionWords } from '#modules/mandates/index.ts'
import type { Translated } from '#platform/languages.ts'
import type { Translate } from '#platform/messages.ts'
import { citedRef, type Citation } from './citation.ts'

export type Called = Pick<Citation, 'kind' | 'id' | 'title'>

/** What sections of texts say to whom, by revision and key: 'instructs (Secretary-General of ITU)'. */
export type Told = ReadonlyMap<string, string>

/**
 * What a cited record is called. Editions keep the place of a provision or duty as its address, which no wording changes;
 * whoever reads it is told the place in words.
 */
export function citedTitle(t: Translate, called: Called, told: Told): Translated {
  const place = placeIn(called)
  if (place === null) return called.title
  const words = [sectionWords(t, place, told), isolated(t, labelsOf(place.address).join(' '))]
  return inText(called, (text) => t('reports.noted.place', { text, place: words.filter(Boolean).join(' ') }))
}

/** What is cited at an address, within a sentence that stands alone: the text, without the place in it. */
export function calledInText(cited: Record<string, Translated>, address: string): Translated {
  const ref = citedRef(address)
  const title = cited[address] ?? {}
  return ref === null ? title : inText({ ...ref, title }, (text) => text)
}

export type CitedPlace = { revision: string; address: string }

/** Where in which text a provision or duty stands; null for all other records. */
export function placeIn({ kind, id }: Pick<Called, 'kind' | 'id'>): CitedPlace | null {
  const end = id.indexOf('/')
  return (kind === 'provision' || kind === 'duty') && end > 0
    ? { revision: id.slice(0, end), address: id.slice(end + 1).replace(/#\d+$/, '') }
    : null
}

/** The verb of a section with its addressees, or the verb alone where we know of none. */
export function sectionWords(t: Translate, { revision, address }: CitedPlace, told: Told): string {
  const [section = ''] = address.split('/')
  return told.get(`${revision}/${section}`) ?? provisionWords(t, section, null)
}

/** ['6', 'i'] of 'resolves/6/i'; nothing of what has no label in its text. */
export const labelsOf = (address: string): string[] =>
  address
    .split('/')
    .slice(1)
    .filter((step) => !/^(?:0|p\d+)$/.test(step))

/** Between Arabic words '6 i' keeps its own order. */
const isolated = ({ language }: Translate, labels: string): string =>
  language.direction === 'rtl' && /[a-z]/i.test(labels) ? `\u2068${labels}\u2069` : labels

function inText(called: Called, worded: (text: string) => string): Translated {
  const end = ` · ${placeIn(called)?.address}`
  return Object.fromEntries(
    Object.entries(called.title).map(([code, name]) => [
      code,
      name.endsWith(end) ? worded(name.slice(0, -end.length)) : name,
    ]),
  )
}
