import type { Segment } from './segment.ts'

type Numbers = Uint8Array | Uint16Array | Uint32Array | Float64Array

/** The same segment in memory that all threads of the process read; what stands there already is not copied. */
export const sharedSegment = (segment: Segment): Segment => withNumbers(segment, shared)

/** A segment that has come from another thread, which makes plain bytes of a Buffer. */
export const receivedSegment = (segment: Segment): Segment => withNumbers(segment, asBuffer)

function shared(numbers: Numbers): Numbers {
  if (numbers.buffer instanceof SharedArrayBuffer) return numbers
  const bytes = Buffer.from(new SharedArrayBuffer(numbers.byteLength))
  bytes.set(new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength))
  if (Buffer.isBuffer(numbers)) return bytes
  const make = numbers.constructor as new (buffer: ArrayBufferLike) => Numbers
  return new make(bytes.buffer)
}

const asBuffer = (numbers: Numbers): Numbers =>
  numbers instanceof Uint8Array
    ? Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength)
    : numbers

/** A copy of the tree whose arrays of numbers are others. */
function withNumbers<Tree>(tree: Tree, other: (numbers: Numbers) => Numbers): Tree {
  if (ArrayBuffer.isView(tree)) return other(tree as unknown as Numbers) as Tree
  if (typeof tree !== 'object' || tree === null) return tree
  // Values of facets are texts, and there may be thousands of them.
  if (Array.isArray(tree))
    return (typeof tree[0] === 'object' ? tree.map((one: unknown) => withNumbers(one, other)) : tree) as Tree
  return Object.fromEntries(
    Object.entries(tree).map(([name, value]) => [name, withNumbers(value as unknown, other)]),
  ) as Tree
}
