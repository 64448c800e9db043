import type { Translate } from '#platform/messages.ts'

/** What a citation names: a revision, or one provision of it. */
export type Cited = {
  id: string
  name: string
  title: string | null
  body: string | null
  place: string | null
  year: number | null
  /** 'resolves 6 i)' when one provision is cited. */
  provision: string | null
  language: string
  address: string
}

/** The sentence by which a revision or provision is cited. */
export const formattedCitation = (t: Translate, { name, title, body, provision }: Cited): string => {
  const what = provision === null ? name : t('citation.provision', { provision, name })
  const titled = title === null ? what : t('citation.titled', { what, title })
  return body === null ? titled : t('citation.by', { body, titled })
}

/** For reference managers that read RIS. */
export const asRis = (cited: Cited): string =>
  [
    ['TY', 'GEN'],
    ['ID', cited.id],
    ['TI', titleOf(cited)],
    ['AU', cited.body],
    ['PY', cited.year],
    ['CY', cited.place],
    ['M1', cited.name],
    ['SE', cited.provision],
    ['LA', cited.language],
    ['UR', cited.address],
    ['ER', ''],
  ]
    .filter(([, value]) => value !== null)
    .map(([tag, value]) => `${tag}  - ${String(value).replaceAll(/\s+/g, ' ')}\r\n`)
    .join('')

/** For reference managers that read BibTeX. */
export const asBibTeX = (cited: Cited): string => {
  const fields: [string, string | number | null][] = [
    ['author', cited.body === null ? null : `{${cited.body}}`],
    ['title', `{${titleOf(cited)}}`],
    ['year', cited.year],
    ['address', cited.place],
    ['howpublished', cited.name],
    ['note', cited.provision],
    ['url', cited.address],
  ]
  const lines = fields
    .filter(([, value]) => value !== null)
    .map(([field, value]) => `  ${field} = {${field === 'url' ? value : bibTeXText(String(value))}}`)
  return `@misc{${cited.id.replaceAll(/[^\w:./-]+/g, '-')},\n${lines.join(',\n')}\n}\n`
}

const titleOf = ({ title, name, provision }: Cited): string => {
  const whole = title ?? name
  return provision === null ? whole : `${whole}, ${provision}`
}

// Braces of the field's own stay; what TeX would take as a command, and a brace without its partner, is written out.
const bibTeXText = (text: string): string => {
  const own = /^\{(.*)\}$/s.exec(text)
  const plain = (own?.[1] ?? text)
    .replaceAll(/[\\{}]/g, '')
    .replaceAll(/[#$%&_]/g, '\\$&')
    .replaceAll(/\s+/g, ' ')
  return own ? `{${plain}}` : plain
}
