/** The same bytes in parts of the same size, but for the last; each part is good until the next is asked for. */
export async function* inParts(
  pieces: AsyncIterable<Uint8Array>,
  partBytes: number,
): AsyncGenerator<Uint8Array> {
  const part = Buffer.alloc(partBytes)
  let end = 0
  for await (const piece of pieces) {
    for (let at = 0; at < piece.length;) {
      const some = piece.subarray(at, at + partBytes - end)
      part.set(some, end)
      at += some.length
      end += some.length
      if (end < partBytes) continue
      yield part
      end = 0
    }
  }
  if (end > 0) yield part.subarray(0, end)
}
