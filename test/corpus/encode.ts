/** The bytes of a text in an encoding that the platform can only read: found by reading all bytes and pairs of bytes. */
export function encodedAs(text: string, encoding: string): Uint8Array {
  if (encoding.startsWith('utf-')) return unicodeBytes(text, encoding)
  const table = tableOf(encoding)
  const bytes: number[] = []
  for (const sign of text) {
    const found = table.get(sign)
    if (!found) throw new Error(`${encoding} has no ${sign}`)
    bytes.push(...found)
  }
  return Uint8Array.from(bytes)
}

const tables = new Map<string, Map<string, number[]>>()

function tableOf(encoding: string): Map<string, number[]> {
  const known = tables.get(encoding)
  if (known) return known
  const decoder = new TextDecoder(encoding)
  const table = new Map<string, number[]>()
  const add = (bytes: number[]) => {
    const text = decoder.decode(Uint8Array.from(bytes))
    if ([...text].length === 1 && text !== '\ufffd' && !table.has(text)) table.set(text, bytes)
  }
  for (let byte = 0; byte < 256; byte += 1) add([byte])
  if (['gb18030', 'big5'].includes(encoding)) {
    for (let lead = 0x81; lead < 0xff; lead += 1)
      for (let trail = 0x40; trail < 0xff; trail += 1) add([lead, trail])
  }
  tables.set(encoding, table)
  return table
}

function unicodeBytes(text: string, encoding: string): Uint8Array {
  if (encoding === 'utf-8') return new TextEncoder().encode(text)
  const isLittle = encoding.endsWith('le')
  const width = encoding.startsWith('utf-32') ? 4 : 2
  const codes =
    width === 4
      ? [...text].map((sign) => sign.codePointAt(0) ?? 0)
      : text.split('').map((sign) => sign.charCodeAt(0))
  const view = new DataView(new ArrayBuffer(codes.length * width))
  codes.forEach((code, index) => {
    if (width === 4) view.setUint32(index * 4, code, isLittle)
    else view.setUint16(index * 2, code, isLittle)
  })
  return new Uint8Array(view.buffer)
}
