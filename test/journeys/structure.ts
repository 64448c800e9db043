import { languageCodes, languages } from '#platform/languages.ts'

/**
 * A page without its words: tags, attributes, and for each text or name only whether it is there. A rule that reads markup finds
 * the same in two pages of one structure, since none looks at more of words than that. Only what rules compare keeps a number,
 * equal for equal words: what may name a part of the page, and what stands beside a picture that says the same.
 */
export function structureOf(html: string): string {
  const met = new Map<string, number>()
  const pictured = new Set([...html.matchAll(/ alt="([^"]+)"/g)].map(([, words = '']) => plain(words)))
  const numbered = (words: string) => {
    if (isWordless(words)) return words.trim()
    if (!met.has(plain(words))) met.set(plain(words), met.size)
    return `#${met.get(plain(words))}`
  }
  const unnumbered = (words: string) => (isWordless(words) ? words.trim() : '#')
  let names = false
  return html
    .replaceAll(/<script[^>]*>[^]*?<\/script>/g, '<script></script>')
    .replaceAll(/<(?:[^>"]|"[^"]*")*>|[^<]+/g, (part) => {
      if (!part.startsWith('<')) return names || pictured.has(plain(part)) ? numbered(part) : unnumbered(part)
      if (/^<\/?(?:h[1-6]|caption|legend)\b/.test(part)) names = !part.startsWith('</')
      return tagWithout(part, numbered, unnumbered)
    })
}

/** What holds no letter stands as it is: a browser may take it for nothing. */
const isWordless = (words: string) => !/[\p{L}\p{N}]/u.test(words.replaceAll(/&#?\w+;/g, ''))

const plain = (words: string) => words.replaceAll(/\s+/g, ' ').trim().toLowerCase()

const names = ['alt', 'aria-description', 'aria-label', 'title']
const words = ['label', 'placeholder', 'value']
const addresses = ['action', 'formaction', 'href', 'src']
const ours = languageCodes.map((code) => languages[code].tag)

type Shorten = (words: string) => string

const tagWithout = (tag: string, numbered: Shorten, unnumbered: Shorten): string =>
  withoutMark(tag)
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ([\w-]+)="([^"]*)"/g, (attribute, name: string, value: string) => {
      if (names.includes(name)) return ` ${name}="${numbered(value)}"`
      if (words.includes(name) || (name === 'content' && tag.startsWith('<meta name="description"')))
        return ` ${name}="${unnumbered(value)}"`
      if (addresses.includes(name) && /^(?:\/|https:)/.test(value)) return ` ${name}="/"`
      // Of a language the rules ask whether there is one of this name.
      if (name === 'lang' && ours.includes(value)) return ' lang="ours"'
      return attribute
    })

/** The way to the page in its own language is marked, and a field may name that language: each page marks another one. */
const withoutMark = (tag: string): string =>
  tag.includes(' lang="')
    ? tag.replace(' aria-current="true"', '')
    : tag.startsWith('<option')
      ? tag.replace(' selected', '')
      : tag
