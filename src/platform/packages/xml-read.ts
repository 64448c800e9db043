import type { SaxesTagNS } from 'saxes'
import { SaxesParser } from 'saxes'
import type { Bounds } from './bounds.ts'

/** Element and attribute names carry the usual prefix of their namespace, whatever prefix the file uses: 'w:p', 'r:id'. */
export type XmlVisitor = {
  open: (name: string, attributes: Attributes) => void
  close: (name: string) => void
  text: (text: string) => void
}

export type Attributes = Record<string, string>

export async function readXml(
  chunks: AsyncIterable<Uint8Array>,
  visitor: XmlVisitor,
  bounds: Bounds,
): Promise<void> {
  const { parser, sinceLastPiece } = boundedParser(visitor, bounds)
  let decoder: InstanceType<typeof TextDecoder> | null = null
  for await (const chunk of chunks) {
    bounds.checkTime()
    decoder ??= new TextDecoder(encodingOf(chunk))
    sinceLastPiece.bytes += chunk.byteLength
    parser.write(decoder.decode(chunk, { stream: true }))
    if (sinceLastPiece.bytes > bounds.limits.xmlPieceBytes) throw bounds.refusal('expands-too-far')
  }
  parser.write(decoder?.decode() ?? '').close()
}

const mostAttributes = 1_000

/** Document types are refused: an office file has none, and entities can unfold without end. */
function boundedParser(visitor: XmlVisitor, bounds: Bounds) {
  const parser = new SaxesParser({ xmlns: true, position: false })
  const refuse = () => {
    throw bounds.refusal('damaged')
  }
  const sinceLastPiece = { bytes: 0 }
  let depth = 0
  let attributes = 0
  parser.on('doctype', refuse)
  parser.on('error', refuse)
  parser.on('opentagstart', () => {
    attributes = 0
  })
  parser.on('attribute', () => {
    attributes += 1
    if (attributes > mostAttributes) throw bounds.refusal('expands-too-far')
  })
  parser.on('opentag', (tag) => {
    sinceLastPiece.bytes = 0
    depth += 1
    if (depth > bounds.limits.xmlDepth) throw bounds.refusal('expands-too-far')
    visitor.open(nameOf(tag.uri, tag.local), attributesOf(tag))
  })
  parser.on('closetag', (tag) => {
    sinceLastPiece.bytes = 0
    depth -= 1
    visitor.close(nameOf(tag.uri, tag.local))
  })
  parser.on('text', (text) => visitor.text(text))
  parser.on('cdata', (text) => visitor.text(text))
  return { parser, sinceLastPiece }
}

export type XmlNode = { name: string; attributes: Attributes; children: XmlNode[]; text: string }

/** The small parts of a file as a tree. */
export async function readXmlTree(chunks: AsyncIterable<Uint8Array>, bounds: Bounds): Promise<XmlNode> {
  const root: XmlNode = { name: '', attributes: {}, children: [], text: '' }
  const open = [root]
  let count = 0
  await readXml(
    small(chunks, bounds),
    {
      open(name, attributes) {
        count += 1
        if (count > 500_000) throw bounds.refusal('expands-too-far')
        const node: XmlNode = { name, attributes, children: [], text: '' }
        open.at(-1)?.children.push(node)
        open.push(node)
      },
      close: () => void open.pop(),
      text(text) {
        const top = open.at(-1)
        if (top) top.text += text
      },
    },
    bounds,
  )
  return root.children[0] ?? root
}

async function* small(chunks: AsyncIterable<Uint8Array>, bounds: Bounds): AsyncGenerator<Uint8Array> {
  let size = 0
  for await (const chunk of chunks) {
    size += chunk.byteLength
    if (size > bounds.limits.xmlTreeBytes) throw bounds.refusal('expands-too-far')
    yield chunk
  }
}

export const childOf = (node: XmlNode | undefined, name: string): XmlNode | undefined =>
  node?.children.find((child) => child.name === name)

export const childrenNamed = (node: XmlNode | undefined, name: string): XmlNode[] =>
  node?.children.filter((child) => child.name === name) ?? []

/** `w:val` of the child of that name. */
export const valueOf = (node: XmlNode | undefined, name: string): string | undefined =>
  childOf(node, name)?.attributes['w:val']

/** 'true' for an on-off element that stands there, unless it says otherwise. */
export const isOn = (value: string | undefined) => !['0', 'false', 'off', 'none'].includes(value ?? '')

const prefixes: Record<string, string> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/spreadsheetml/2006/main': 's',
  'http://purl.oclc.org/ooxml/spreadsheetml/main': 's',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r',
  'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r',
  'http://schemas.openxmlformats.org/package/2006/relationships': 'rel',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
  'http://purl.oclc.org/ooxml/officeDocument/math': 'm',
  'http://schemas.openxmlformats.org/drawingml/2006/main': 'a',
  'http://purl.oclc.org/ooxml/drawingml/main': 'a',
  'http://schemas.openxmlformats.org/drawingml/2006/chart': 'c',
  'http://purl.oclc.org/ooxml/drawingml/chart': 'c',
  'urn:schemas-microsoft-com:vml': 'v',
  'http://www.w3.org/XML/1998/namespace': 'xml',
}

export function nameOf(uri: string, local: string): string {
  if (uri === '') return local
  return `${prefixes[uri] ?? '?'}:${local}`
}

function attributesOf(tag: SaxesTagNS): Attributes {
  const attributes: Attributes = {}
  for (const attribute of Object.values(tag.attributes)) {
    if (attribute.prefix !== 'xmlns' && attribute.name !== 'xmlns') {
      attributes[nameOf(attribute.uri, attribute.local)] = attribute.value
    }
  }
  return attributes
}

export function encodingOf(start: Uint8Array): string {
  const [first, second] = start
  if (first === 0xff || (first === 0x3c && second === 0)) return 'utf-16le'
  return first === 0xfe || first === 0 ? 'utf-16be' : 'utf-8'
}
