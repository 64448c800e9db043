import { notFound } from '../errors.ts'
import { isLanguageCode, type LanguageCode } from '../languages.ts'

/** Endings of addresses that ask for another form of the same content; a longer one comes before its own tail. */
export const endings = [
  '.akn.xml',
  '.json',
  '.jsonl',
  '.csv',
  '.xlsx',
  '.docx',
  '.pdf',
  '.zip',
  '.svg',
  '.png',
  '.ttl',
  '.jsonld',
  '.xml',
  '.xlf',
  '.atom',
  '.ics',
  '.txt',
  '.ris',
  '.bib',
] as const

/** A parameter of a path as it is declared, with its pattern: ':number{[1-9][0-9]{0,5}}'. */
export const pathParameter = /:(\w+)(?:\{(?:[^{}]|\{[^{}]*\})*\})?/g

export type Ending = (typeof endings)[number]

export type Address = {
  language: LanguageCode | null
  /** What follows the language, without the ending: '/duties'; '/' for a language's home. */
  path: string
  ending: Ending | null
}

/** Takes '/fr/duties.json' apart into 'fr', '/duties' and '.json'. */
export function takeApart(pathname: string): Address {
  const [, first = '', ...rest] = pathname.split('/')
  const language = isLanguageCode(first) ? first : null
  const whole = language === null ? pathname : `/${rest.join('/')}`
  const ending = endings.find((one) => whole.endsWith(one) && whole.length > one.length + 1) ?? null
  return { language, path: ending === null ? whole : whole.slice(0, -ending.length), ending }
}

type Parameters = URLSearchParams | Record<string, string | number | null | undefined>

/** Puts an address together; keeps only the parameters that have a value. */
export const addressOf = (
  language: LanguageCode,
  path: string,
  query: Parameters = {},
  ending: Ending | '' = '',
): string => `/${language}${addressTail(path, query, ending)}`

/** What follows the language in an address: the same in all of them. */
export function addressTail(path: string, query: Parameters = {}, ending: Ending | '' = ''): string {
  let search = ''
  for (const [name, value] of query instanceof URLSearchParams ? query : Object.entries(query)) {
    if (value === null || value === undefined || value === '') continue
    search += `${search === '' ? '?' : '&'}${formEncoded(name)}=${formEncoded(String(value))}`
  }
  return `${path === '/' ? '' : pathEncoded(path)}${ending}${search}`
}

/** A list has hundreds of addresses, and next to none of them has anything to encode. */
const pathEncoded = (path: string): string =>
  /^[\w/:@.~!*'()-]*$/.test(path)
    ? path
    : path.split('/').map(encodeURIComponent).join('/').replaceAll('%3A', ':').replaceAll('%40', '@')

/** As a browser writes what stands in a form. */
const formEncoded = (text: string): string =>
  /^[\w.*-]*$/.test(text) ? text : new URLSearchParams([['', text]]).toString().slice(1)

/** A part of an address as it was meant. */
export function decodedPart(text: string): string {
  try {
    const decoded = decodeURIComponent(text)
    if (decoded.includes('\u0000')) throw notFound()
    return decoded
  } catch {
    // A percent sign that encodes nothing: no such address.
    throw notFound()
  }
}

/** '/reports/:report.akn.xml' as '/reports/:report' and '.akn.xml'. */
export function cutEnding(whole: string): [path: string, ending: Ending] {
  const [, path = '', ending = ''] = /^(.*?)((?:\.\w+)+)$/.exec(whole) ?? []
  return [path, ending as Ending]
}
