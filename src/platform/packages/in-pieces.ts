export type Content = Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>

const pieceLength = 65_536

/** Many short strings cost less when they are sent or packed together. */
export async function* inPieces(content: Content): AsyncGenerator<Uint8Array> {
  let text = ''
  for await (const chunk of content) {
    if (typeof chunk === 'string') text += chunk
    if (text !== '' && (text.length > pieceLength || typeof chunk !== 'string')) {
      yield Buffer.from(text)
      text = ''
    }
    if (typeof chunk !== 'string') yield chunk
  }
  if (text !== '') yield Buffer.from(text)
}
