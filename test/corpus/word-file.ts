import { zipOf } from './zip-writer.ts'

const transitional = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
export const strict = 'http://purl.oclc.org/ooxml/wordprocessingml/main'

type Parts = {
  /** What stands inside w:body. */
  body: string
  styles?: string
  numbering?: string
  footnotes?: string
  endnotes?: string
  settings?: string
  comments?: string
  header?: string
  namespace?: string
}

/** A Word file whose parts are written by hand. */
export function wordFile({ body, namespace = transitional, ...parts }: Parts): Uint8Array {
  const spaces =
    `xmlns:w="${namespace}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" ` +
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:v="urn:schemas-microsoft-com:vml" ' +
    'xmlns:wps="urn:wps" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
  const roots: Record<string, string> = { header: 'hdr' }
  const present = Object.entries(parts).filter((part): part is [string, string] => part[1] !== undefined)
  const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
  return zipOf([
    { name: '[Content_Types].xml', content: `${xml}<Types xmlns="urn:types"/>` },
    { name: '_rels/.rels', content: relationships([['officeDocument', 'word/document.xml']]) },
    {
      name: 'word/_rels/document.xml.rels',
      content: relationships(present.map(([kind]) => [kind, `${kind}.xml`])),
    },
    {
      name: 'word/document.xml',
      content: `${xml}<w:document ${spaces}><w:body>${body}</w:body></w:document>`,
    },
    ...present.map(([kind, content]) => {
      const root = roots[kind] ?? kind
      return { name: `word/${kind}.xml`, content: `${xml}<w:${root} ${spaces}>${content}</w:${root}>` }
    }),
  ])
}

const relationships = (targets: [string, string][]) =>
  '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
  targets
    .map(
      ([type, target], index) => `<Relationship Id="rId${index}" Type="${typeOf(type)}" Target="${target}"/>`,
    )
    .join('') +
  '</Relationships>'

const typeOf = (type: string) => `http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}`

/** A paragraph of one run; `properties` stand inside w:pPr. */
export const paragraph = (text: string, properties = '') =>
  `<w:p><w:pPr>${properties}</w:pPr>${text === '' ? '' : run(text)}</w:p>`

export const run = (text: string, properties = '') =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`

export const listed = (text: string, numId: number, level = 0) =>
  paragraph(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${numId}"/></w:numPr>`)
