/** An XML element as text. Attributes and text are escaped; characters that XML 1.0 cannot carry are replaced. */
export function element(
  name: string,
  attributes: Record<string, string | null | undefined>,
  ...content: (Xml | string)[]
): Xml {
  if (!/^[A-Za-z_][\w.-]*(:[A-Za-z_][\w.-]*)?$/.test(name))
    throw new Error(`'${name}' is no name of an element`)
  const given = Object.entries(attributes).filter(([, value]) => value !== null && value !== undefined)
  const head = given.map(([key, value]) => ` ${key}="${escapeXml(String(value))}"`).join('')
  const body = content.map((part) => (typeof part === 'string' ? escapeXml(part) : part.xml)).join('')
  return { xml: body === '' ? `<${name}${head}/>` : `<${name}${head}>${body}</${name}>` }
}

export type Xml = { xml: string }

export const xmlDocument = (root: Xml) => `<?xml version="1.0" encoding="UTF-8"?>\n${root.xml}\n`

// eslint-disable-next-line no-control-regex -- these are the characters that XML 1.0 forbids.
const forbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g
const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}

const escapeXml = (text: string) =>
  text
    .toWellFormed()
    .replace(forbidden, '\uFFFD')
    .replace(/[&<>"']/g, (sign) => entities[sign] ?? sign)
