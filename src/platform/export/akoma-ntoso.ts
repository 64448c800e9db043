import type { LanguageCode } from '../languages.ts'
import { deliberationBody, type Written } from './akoma-ntoso-body.ts'
import { identification, organizations, type Named } from './akoma-ntoso-names.ts'
import { element, xmlDocument, type Xml } from './xml.ts'

/** A resolution, decision or the like of an organ, as far as Akoma Ntoso (OASIS, 3.0) and the UN's guidelines for it need it. */
export type Deliberation = {
  language: LanguageCode
  /** Permanent name of the instrument: 'pp-140-dubai-2018'. */
  work: string
  author: { id: string; name: string }
  number: string | null
  /** As cited: 'Resolution 140 (Rev. Dubai, 2018)'. */
  symbol: string | null
  title: string
  /** The enacting formula: 'The Plenipotentiary Conference …'. */
  formula: string | null
  /** Day of adoption 'YYYY-MM-DD', or only the year, or nothing. */
  adopted: string | number | null
  /** True when the words are those of the organ, false when they are a paraphrase or an unofficial reading. */
  authoritative: boolean
  /** Other addresses of the same text. */
  aliases: string[]
  parts: DeliberationPart[]
  notes: DeliberationNote[]
}

export type DeliberationPart = {
  kind: 'preamble' | 'operative'
  heading: string
  units: DeliberationUnit[]
}

export type DeliberationUnit = {
  label: string | null
  /** The label without its language: 'a', '6', '3bis'; null when there is none. */
  key: string | null
  /** The words; null when only the place is known. */
  text: string | null
  /** Whose words: the organ's, or an editor's about them. */
  words: 'verbatim' | 'editorial'
  closing: string
  /** Marks of the footnotes that it refers to. */
  notes: string[]
  cites: { asWritten: string; instrument: string }[]
  children: DeliberationUnit[]
}

export type DeliberationNote = { mark: string; text: string | null }

/** A deliberation as an Akoma Ntoso document. Its eIds are built from labels and places only, so all languages share them. */
export function asAkomaNtoso(text: Deliberation): string {
  const body = deliberationBody(text)
  return xmlDocument(
    element(
      'akomaNtoso',
      { xmlns: 'http://docs.oasis-open.org/legaldocml/ns/akn/3.0' },
      element(
        'statement',
        { name: 'resolution' },
        element('meta', {}, identification(named(text)), ...analysis(body), references(text, body)),
        preface(text),
        ...body.preamble,
        body.main,
      ),
    ),
  )
}

/** '/akn/un/statement/deliberation/pp/2018/140-dubai' from 'pp-140-dubai-2018'; without a year when the name has none. */
export function workAddress(instrument: string): string {
  const [, actor = 'unknown', rest = '', year] =
    /^([^-]+)-?(.*?)(?:-?((?:18|19|20)\d\d))?$/.exec(instrument) ?? []
  const steps = [actor, year, rest || 'unnumbered'].filter((step) => step !== undefined)
  return `/akn/un/statement/deliberation/${steps.map(encodeURIComponent).join('/')}`
}

const named = (text: Deliberation): Named => ({
  work: workAddress(text.work),
  subtype: 'deliberation',
  number: text.number,
  language: text.language,
  day: adoption(text.adopted),
  version: null,
  isAuthoritative: text.authoritative,
  wordedBy: text.authoritative ? 'author' : 'actionline',
  aliases: text.aliases,
})

// The schema wants a day. Where only the year is known, or nothing, the name of the date says so.
function adoption(adopted: Deliberation['adopted']): { date: string; name: string } {
  if (adopted === null) return { date: '0001-01-01', name: 'unknown' }
  if (typeof adopted === 'number') return { date: `${String(adopted).padStart(4, '0')}-01-01`, name: 'year' }
  return { date: adopted, name: 'adoption' }
}

const analysis = ({ implicit }: Written): Xml[] =>
  implicit.length === 0
    ? []
    : [
        element(
          'analysis',
          { source: '#actionline' },
          element(
            'otherReferences',
            { source: '#actionline' },
            ...implicit.map(({ eId, instrument }) =>
              element('implicitReference', { for: eId, href: workAddress(instrument) }),
            ),
          ),
        ),
      ]

function references({ author }: Deliberation, { cited }: Written): Xml {
  return element(
    'references',
    { source: '#actionline' },
    ...cited.map((instrument) =>
      element('activeRef', { eId: `ref_${instrument}`, href: workAddress(instrument), showAs: instrument }),
    ),
    ...organizations(author),
  )
}

const preface = ({ symbol, title }: Deliberation): Xml =>
  element(
    'preface',
    {},
    element(
      'container',
      { name: 'title', eId: 'preface__container_1' },
      ...(symbol === null ? [] : [element('p', {}, element('docNumber', {}, symbol))]),
      element('p', {}, element('docTitle', {}, title)),
    ),
  )
