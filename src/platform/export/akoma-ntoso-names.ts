import { languages, type LanguageCode } from '../languages.ts'
import { element, type Xml } from './xml.ts'

/** What names a document in Akoma Ntoso: its work, the wording in one language, and the file. */
export type Named = {
  /** Address of the work: '/akn/un/doc/report/council/2026/c26-34'. */
  work: string
  subtype: string
  number: string | null
  language: LanguageCode
  /** The day of the wording, and what kind of day it is. */
  day: { date: string; name: string }
  version: number | null
  isAuthoritative: boolean
  /** Who worded it in this language. */
  wordedBy: 'author' | 'actionline'
  /** Addresses under which the same text is on the web. */
  aliases: readonly string[]
}

/** The names of a document on the three levels of FRBR. */
export function identification(named: Named): Xml {
  const { work, day, number, version, isAuthoritative } = named
  const code = languages[named.language].iso6392
  const expression = `${work}/${code}@${day.date}`
  const aliases = named.aliases.map((value, place) =>
    element('FRBRalias', { name: `web-${place + 1}`, value }),
  )
  const core = (uri: string, author: Named['wordedBy']) => [
    element('FRBRthis', { value: `${uri}/!main` }),
    element('FRBRuri', { value: uri }),
    ...(uri === work ? aliases : []),
    element('FRBRdate', day),
    element('FRBRauthor', { href: `#${author}` }),
  ]
  return element(
    'identification',
    { source: '#actionline' },
    element(
      'FRBRWork',
      {},
      ...core(work, 'author'),
      element('FRBRcountry', { value: 'un' }),
      element('FRBRsubtype', { value: named.subtype }),
      ...(number === null ? [] : [element('FRBRnumber', { value: number })]),
    ),
    element(
      'FRBRExpression',
      {},
      ...core(expression, named.wordedBy),
      ...(version === null ? [] : [element('FRBRversionNumber', { value: String(version) })]),
      element('FRBRauthoritative', { value: String(isAuthoritative) }),
      element('FRBRlanguage', { language: code }),
    ),
    element(
      'FRBRManifestation',
      {},
      ...core(`${expression}.xml`, 'actionline'),
      element('FRBRformat', { value: 'application/akn+xml' }),
    ),
  )
}

/** Whoever a document is of, and who made the file of it. */
export const organizations = (author: { id: string; name: string }): Xml[] => [
  organization('author', author.id, author.name),
  organization('actionline', 'actionline', 'Actionline'),
]

const organization = (eId: string, id: string, showAs: string): Xml =>
  element('TLCOrganization', {
    eId,
    href: `/akn/ontology/organization/un/${encodeURIComponent(id)}`,
    showAs,
  })
