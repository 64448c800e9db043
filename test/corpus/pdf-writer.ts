import { deflateSync } from 'node:zlib'

export type PdfText = { text: string; x: number; y: number; size?: number; font?: 'upright' | 'italic' }

/** A PDF of a few words at given places, written by hand; `y` counts from the foot of a page of 595 by 842 points. */
export function pdfOf(pages: PdfText[][]): Uint8Array {
  return pdfWithContents(pages.map((texts) => texts.map(shown).join('\n')))
}

/** A PDF whose pages have the given drawing instructions; `bytes` are taken as they are. */
export function pdfWithContents(
  contents: (string | Uint8Array)[],
  more: { filter?: string; trailer?: string } = {},
): Uint8Array {
  const objects: (string | Buffer)[] = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${contents.length} /Kids [${contents.map((_, index) => `${5 + index * 2} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Times-Italic /Encoding /WinAnsiEncoding >>',
  ]
  contents.forEach((content, index) => {
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${6 + index * 2} 0 R /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>`,
      stream(Buffer.from(content), more.filter ?? ''),
    )
  })
  return fileOf(objects, more.trailer ?? '')
}

export const stream = (bytes: Buffer, dictionary: string) =>
  Buffer.concat([
    Buffer.from(`<< ${dictionary} /Length ${bytes.length} >>\nstream\n`),
    bytes,
    Buffer.from('\nendstream'),
  ])

/** Zeros that unfold once for each packing. */
export function packedZeros(size: number): Uint8Array {
  return deflateSync(Buffer.alloc(size, 0x20), { level: 9 })
}

export function fileOf(objects: (string | Buffer)[], trailer = ''): Uint8Array {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')]
  const offsets: number[] = []
  let offset = parts[0]?.length ?? 0
  objects.forEach((content, index) => {
    const object = Buffer.concat([
      Buffer.from(`${index + 1} 0 obj\n`),
      Buffer.from(content),
      Buffer.from('\nendobj\n'),
    ])
    offsets.push(offset)
    offset += object.length
    parts.push(object)
  })
  const table = offsets.map((each) => `${String(each).padStart(10, '0')} 00000 n \n`).join('')
  parts.push(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${offset}\n%%EOF\n`,
    ),
  )
  return Buffer.concat(parts)
}

const shown = ({ text, x, y, size = 12, font = 'upright' }: PdfText) =>
  `BT /${font === 'italic' ? 'F2' : 'F1'} ${size} Tf 1 0 0 1 ${x} ${y} Tm (${text.replace(/[\\()]/g, '\\$&')}) Tj ET`
