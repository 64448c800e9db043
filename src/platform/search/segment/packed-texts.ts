/** Many short texts in one stretch of bytes, off the heap. Text `n` runs from `starts[n]` to `starts[n + 1]`. */
export type PackedTexts = { bytes: Buffer; starts: Uint32Array }

export function packTexts(texts: readonly string[]): PackedTexts {
  const starts = new Uint32Array(texts.length + 1)
  for (const [place, text] of texts.entries()) starts[place + 1] = starts[place]! + Buffer.byteLength(text)
  const bytes = Buffer.alloc(starts[texts.length]!)
  for (const [place, text] of texts.entries()) bytes.write(text, starts[place]!)
  return { bytes, starts }
}

export const textAt = ({ bytes, starts }: PackedTexts, place: number): string =>
  bytes.toString('utf8', starts[place], starts[place + 1])

export const packedLength = ({ starts }: PackedTexts, place: number): number =>
  starts[place + 1]! - starts[place]!
