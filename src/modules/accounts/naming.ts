import { languageCodes } from '#platform/languages.ts'
import type { Body } from './body.ts'

const adopting = ['governing-body', 'conference', 'commission', 'forum', 'summit']

/** The body that adopts a text, by the name that the text prints in any of the six languages; null when it is none of ours. */
export function adopterNamed(printed: string, bodies: Body[]): string | null {
  const text = plain(printed)
  if (text === '') return null
  const named = bodies
    .filter(({ kind }) => adopting.includes(kind))
    .flatMap((body) => namesOf(body).map((name) => ({ id: body.id, name: plain(name) })))
  const inText = named.filter(({ name }) => name.length >= 4 && text.includes(name))
  const longest = inText.toSorted((a, b) => b.name.length - a.name.length)[0]
  if (longest) return longest.id
  // 'The General Assembly' is short for the United Nations General Assembly.
  const short = named.filter(({ name }) => text.length >= 4 && name.includes(text))
  const ids = new Set(short.map(({ id }) => id))
  return ids.size === 1 ? (short[0]?.id ?? null) : null
}

/** Whether a printed name is one of the names of a body. */
export function isNameOf(printed: string, body: Body): boolean {
  const text = plain(printed)
  return namesOf(body).some((name) => plain(name) === text)
}

function namesOf(body: Body): string[] {
  const sets = [body.name, ...body.names.map(({ name }) => name)]
  const translated = sets.flatMap((set) => languageCodes.map((code) => set[code] ?? ''))
  return [...translated, ...body.aliases].filter((name) => name !== '')
}

/** Without case, accents, articles, vowel signs and kinds of apostrophes. */
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f\u064b-\u065f\u0640]/g, '')
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[’ʼ`´]/g, "'")
    .replaceAll(/[أإآ]/g, 'ا')
    .replaceAll('ى', 'ي')
    .replaceAll(/[\s\u00a0]+/g, ' ')
    .replace(/^(?:the |la |le |les |l'|el |los |las |إن |ان )/u, '')
    .replace(/[\s,;:.،؛，：]+$/u, '')
    .trim()
