/** What a file is, told by its first bytes; `kind` names what is known and not read. */
export type Container = 'pdf' | 'zip' | 'characters' | { kind: string }

export function containerOf(bytes: Uint8Array): Container {
  const start = latin(bytes.subarray(0, 1024))
  if (start.includes('%PDF-')) return 'pdf'
  const known = signatures.find(({ signature }) => start.startsWith(signature))
  return known ? known.is : 'characters'
}

const signatures: { signature: string; is: Container }[] = [
  { signature: 'PK\x03\x04', is: 'zip' },
  { signature: 'PK\x05\x06', is: 'zip' },
  { signature: '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', is: { kind: 'doc' } },
  { signature: '{\\rtf', is: { kind: 'rtf' } },
  { signature: '\x89PNG', is: { kind: 'image' } },
  { signature: '\xff\xd8\xff', is: { kind: 'image' } },
  { signature: 'GIF8', is: { kind: 'image' } },
  { signature: 'II*\0', is: { kind: 'image' } },
  { signature: 'MM\0*', is: { kind: 'image' } },
  { signature: '\x1f\x8b', is: { kind: 'archive' } },
  { signature: '7z\xbc\xaf', is: { kind: 'archive' } },
  { signature: 'Rar!', is: { kind: 'archive' } },
  { signature: '%!PS', is: { kind: 'other' } },
  { signature: '\x7fELF', is: { kind: 'binary' } },
  { signature: 'MZ\x90', is: { kind: 'binary' } },
]

/** An OLE file that wraps an encrypted Word file has a stream of this name. */
export const isEncryptedOffice = (bytes: Uint8Array) =>
  latin(bytes).includes([...'EncryptedPackage'].map((letter) => `${letter}\0`).join(''))

export type TextKind = 'text' | 'html' | { kind: string }

/** Decided by how the text begins; the name only helps where the text has marks of HTML but an unusual start. */
export function textKind(text: string, name: string | undefined): TextKind {
  const start = withoutPreface(text.slice(0, 20_000))
  if (/^<(!doctype\s+html|html|head|body)\b/i.test(start)) return 'html'
  if (fragment.test(start)) return 'html'
  if (/^<\?xml|^<[a-z]+:?[a-z]*\s+xmlns/i.test(start))
    return /<html[\s>]/i.test(start) ? 'html' : { kind: 'xml' }
  if (/^mime-version:|^content-type:\s*multipart|^from:.*\nsubject:/i.test(start)) return { kind: 'other' }
  const isNamedHtml = /\.x?html?$/i.test(name ?? '')
  return isNamedHtml && /<(p|div|br|td|li|h[1-6]|span|body|html)\b[^>]*>/i.test(text) ? 'html' : 'text'
}

const fragment =
  /^<(meta|title|base|link|style|script|p|div|h[1-6]|table|tbody|tr|td|ul|ol|dl|article|section|main|header|nav|span|center|font|pre|br|hr|blockquote|em|i|b|strong|a|img|sup|sub|small|u|form|svg)(\s[^<>]*)?\/?>/i

/** Comments, an XML declaration in front of XHTML, and white space say nothing about the kind. */
function withoutPreface(text: string): string {
  let rest = text.trimStart()
  for (;;) {
    const next = rest
      .replace(/^<!--[\s\S]*?-->\s*/, '')
      .replace(/^<\?xml[^>]*\?>\s*(?=<!doctype\s+html|<html|<!--)/i, '')
    if (next === rest) return rest
    rest = next
  }
}

const latin = (bytes: Uint8Array) =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
