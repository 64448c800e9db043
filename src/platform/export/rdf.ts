/** Things and what is said of them, to be written as JSON-LD or as Turtle. Names are `prefix:name` or whole addresses. */
export type Graph = { prefixes: Record<string, string>; things: readonly Thing[] }

export type Thing = {
  /** Null for what is only a part of another thing. */
  id: string | null
  type: string
  says: Record<string, readonly Term[]>
}

export type Term = { iri: string } | { text: string; language?: string; datatype?: string } | { thing: Thing }

export const iri = (address: string): Term => ({ iri: address })
export const words = (text: string, language?: string): Term => ({ text, ...(language && { language }) })
export const typed = (text: string, datatype: string): Term => ({ text, datatype })

/** With a context of its own, so that no program needs to fetch one. */
export const asJsonLd = ({ prefixes, things }: Graph): string =>
  JSON.stringify({ '@context': prefixes, '@graph': things.map(thingAsJson) }, null, 2)

const thingAsJson = ({ id, type, says }: Thing): Record<string, unknown> => ({
  ...(id === null ? {} : { '@id': id }),
  '@type': type,
  ...Object.fromEntries(
    Object.entries(says)
      .filter(([, terms]) => terms.length > 0)
      .map(([name, terms]) => [name, terms.map(termAsJson)]),
  ),
})

function termAsJson(term: Term): Record<string, unknown> {
  if ('iri' in term) return { '@id': term.iri }
  if ('thing' in term) return thingAsJson(term.thing)
  return {
    '@value': term.text.toWellFormed(),
    ...(term.language === undefined ? {} : { '@language': term.language }),
    ...(term.datatype === undefined ? {} : { '@type': term.datatype }),
  }
}

/** https://www.w3.org/TR/turtle/ */
export const asTurtle = ({ prefixes, things }: Graph): string =>
  [
    ...Object.entries(prefixes).map(([prefix, address]) => `@prefix ${prefix}: ${bracketed(address)} .\n`),
    ...things.map(
      (thing) => `\n${nameOf(prefixes, thing.id ?? '')} ${statements(prefixes, thing, '  ')} .\n`,
    ),
  ].join('')

function statements(prefixes: Graph['prefixes'], { type, says }: Thing, indent: string): string {
  const said = Object.entries(says)
    .filter(([, terms]) => terms.length > 0)
    .map(([name, terms]) => {
      const objects = terms.map((term) => termAsTurtle(prefixes, term, indent))
      return `${indent}${nameOf(prefixes, name)} ${objects.join(', ')}`
    })
  return [`a ${nameOf(prefixes, type)}`, ...said].join(' ;\n')
}

function termAsTurtle(prefixes: Graph['prefixes'], term: Term, indent: string): string {
  if ('iri' in term) return nameOf(prefixes, term.iri)
  if ('thing' in term) return `[\n${indent}  ${statements(prefixes, term.thing, `${indent}  `)}\n${indent}]`
  const literal = `"${term.text.toWellFormed().replaceAll(mustEscape, escaped)}"`
  if (term.language !== undefined) return `${literal}@${term.language}`
  return term.datatype === undefined ? literal : `${literal}^^${nameOf(prefixes, term.datatype)}`
}

/** A short name where its prefix is known and it is plain; else the whole address. */
function nameOf(prefixes: Graph['prefixes'], name: string): string {
  const [, prefix = '', local = ''] = /^([a-z]+):([A-Za-z][\w-]*)$/.exec(name) ?? []
  return local !== '' && Object.hasOwn(prefixes, prefix) ? name : bracketed(name)
}

/** What may not stand between the brackets is encoded as in any address. */
const bracketed = (text: string): string => `<${text.replaceAll(notInAddress, encodedSign)}>`

const encodedSign = (sign: string): string =>
  Array.from(
    Buffer.from(sign.toWellFormed()),
    (byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`,
  ).join('')

// oxlint-disable-next-line no-control-regex -- these are the characters that IRIREF of the grammar leaves out.
const notInAddress = /[\u0000-\u0020<>"{}|^`\\]/g
// oxlint-disable-next-line no-control-regex -- control characters are written as escapes, so that no line is broken.
const mustEscape = /[\u0000-\u001F\u007F"\\]/g

const shortEscapes: Record<string, string> = {
  '"': '\\"',
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
}

const escaped = (sign: string): string =>
  shortEscapes[sign] ?? `\\u${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
