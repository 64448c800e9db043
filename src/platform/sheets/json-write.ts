import { inPieces } from '../packages/in-pieces.ts'

/** JSON Lines: an object in each line, in the order of its names. */
export const writeJsonLines = (
  objects: Iterable<object> | AsyncIterable<object>,
): AsyncGenerator<Uint8Array> => inPieces(lines(objects))

async function* lines(objects: Iterable<object> | AsyncIterable<object>): AsyncGenerator<string> {
  for await (const object of objects) yield `${JSON.stringify(object)}\n`
}
