/**
 * Older Chinese files name a character table that every reader of PDF is expected to own. Here the tables are made from
 * what the platform knows of the encodings, with the Unicode number standing in for the character's place in the fonts'
 * own collection: that is enough to read, though not to draw.
 */
export class CharacterTables {
  private isEncodingKnown = false

  fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
    const table = kind === 'cMapUrl' ? this.table(filename) : null
    if (table === null) return Promise.reject(new Error(`there is no ${filename}`))
    return Promise.resolve(new TextEncoder().encode(table))
  }

  private table(name: string): string | null {
    // A font that counts in places of the collection itself cannot be read this way.
    if (/^Adobe-(GB1|CNS1|Japan1|Korea1)-UCS2$/.test(name))
      return this.isEncodingKnown ? placesToUnicode() : null
    const table = /^Uni(GB|CNS|JIS|KS)-(UCS2|UTF16)-[HV]$/.test(name) ? unicodeCodes(name) : pairs(name)
    if (table !== null) this.isEncodingKnown = true
    return table
  }
}

const encodings: [RegExp, string][] = [
  [/^(GB|GBK|GBKp|GBK2K)(-EUC)?-[HV]$/, 'gb18030'],
  [/^(B5pc|ETen-B5|ETenms-B5|HKscs-B5)-[HV]$/, 'big5'],
]

const frame = (name: string, body: string) =>
  `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /${name} def /WMode ${name.endsWith('V') ? 1 : 0} def\n${body}\nendcmap end end\n`

const unicodeCodes = (name: string) =>
  frame(
    name,
    '1 begincodespacerange <0000> <ffff> endcodespacerange 1 begincidrange <0000> <ffff> 0 endcidrange',
  )

function pairs(name: string): string | null {
  const encoding = encodings.find(([pattern]) => pattern.test(name))?.[1]
  if (!encoding) return null
  const decoder = new TextDecoder(encoding)
  const lines = Array.from({ length: 0x80 }, (_, code) => `<${hex(code, 2)}> ${code}`)
  for (let lead = 0x81; lead < 0xff; lead += 1) {
    for (let trail = 0x40; trail < 0xff; trail += 1) {
      const text = decoder.decode(Uint8Array.of(lead, trail))
      if (text.length === 1 && text !== '\ufffd')
        lines.push(`<${hex(lead, 2)}${hex(trail, 2)}> ${text.charCodeAt(0)}`)
    }
  }
  const spaces = '2 begincodespacerange <00> <80> <8140> <fefe> endcodespacerange'
  return frame(name, `${spaces}\n${lines.length} begincidchar\n${lines.join('\n')}\nendcidchar`)
}

function placesToUnicode(): string {
  const lines = Array.from({ length: 256 }, (_, high) => {
    const start = hex(high, 2)
    return `<${start}00> <${start}ff> <${start}00>`
  })
  const spaces = '1 begincodespacerange <0000> <ffff> endcodespacerange'
  return frame('UCS2-H', `${spaces}\n256 beginbfrange\n${lines.join('\n')}\nendbfrange`)
}

const hex = (number: number, digits: number) => number.toString(16).padStart(digits, '0')
