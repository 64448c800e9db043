import type Vips from 'wasm-vips'
import type { Drawn, PictureBounds, PictureFault, Redrawn } from './picture.ts'

/** Reads a picture for real and draws it anew, so that of what was sent nothing but the pixels stays. */
export function redraw(
  vips: typeof Vips,
  bytes: Uint8Array,
  bounds: PictureBounds,
): Redrawn | { fault: PictureFault } {
  vips.operationBlock('VipsForeignLoad', true)
  for (const kind of ['Jpeg', 'Png', 'Webp', 'Nsgif']) vips.operationBlock(`VipsForeignLoad${kind}`, false)
  try {
    // Reads the head only: of an animation the first picture.
    const { width, height } = vips.Image.newFromBuffer(bytes)
    if (width * height > bounds.megapixels * 1_000_000) return { fault: 'pixels' }
    const image = upright(vips, bytes, bounds)
    return {
      large: encoded(vips, image, { qualities: [80, 55], bytes: bounds.largeBytes }),
      small: smallOf(vips, image, bounds),
    }
  } catch (error) {
    // Whatever the library throws is about the file: it tells what it could not read, or that it wants more memory.
    return { fault: /out of memory|bad_alloc/.test(messageOf(error)) ? 'heavy' : 'damaged' }
  }
}

/** Turned as its orientation says, in sRGB, at most as large as it may be. Half a file is refused. */
const upright = (vips: typeof Vips, bytes: Uint8Array, { longSide }: PictureBounds): Vips.Image =>
  vips.Image.thumbnailBuffer(bytes, longSide, {
    height: longSide,
    size: 'down',
    output_profile: 'srgb',
    option_string: '[fail_on=error]',
  }).copyMemory()

function smallOf(vips: typeof Vips, image: Vips.Image, bounds: PictureBounds): Drawn | null {
  const side = bounds.smallLongSide
  if (Math.max(image.width, image.height) <= side) return null
  const small = image.thumbnailImage(side, { height: side, size: 'down' }).copyMemory()
  return encoded(vips, small, { qualities: [70, 45], bytes: bounds.smallBytes })
}

/** In the best of the qualities that needs no more than so many bytes, or else in the last. */
function encoded(
  vips: typeof Vips,
  image: Vips.Image,
  { qualities, bytes: most }: { qualities: readonly number[]; bytes: number },
): Drawn {
  let bytes: Uint8Array = new Uint8Array()
  for (const quality of qualities) {
    bytes = image.webpsaveBuffer({ Q: quality, keep: vips.ForeignKeep.none })
    if (bytes.length <= most) break
  }
  return { bytes, width: image.width, height: image.height }
}

/** An error of the library carries a list: the name of its class, then the sentences. */
const messageOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : String(error)
