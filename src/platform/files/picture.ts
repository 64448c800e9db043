/** A picture that somebody sent, drawn anew: one for reading, and a small one for lists and slow lines. */
export type Picture = PictureSize & { small: PictureSize }

/** WebP, upright, in sRGB, without anything but the pixels; `checksum` is that of the bytes. */
export type PictureSize = { checksum: string; width: number; height: number }

export const pictureType = 'image/webp'

export const pictureEndings = ['.jpg', '.jpeg', '.png', '.webp', '.gif'] as const

export const pictureBounds = {
  bytes: 10 * 1024 * 1024,
  megapixels: 40,
  /** Of processor time; the clock on the wall says little on a busy machine. */
  seconds: 10,
  secondsOnTheWall: 30,
  megabytesOfMemory: 512,
  longSide: 1600,
  smallLongSide: 480,
  /** What the two should weigh at most, as long as that does not spoil them. */
  largeBytes: 300 * 1024,
  smallBytes: 20 * 1024,
}

export type PictureBounds = typeof pictureBounds

/** Why a file is not taken as a picture. */
export type PictureFault = 'kind' | 'damaged' | 'pixels' | 'heavy' | 'busy'

export type Drawn = { bytes: Uint8Array; width: number; height: number }

/** `small` is missing where the picture is small itself. */
export type Redrawn = { large: Drawn; small: Drawn | null }

const beginnings = [/^\xFF\xD8\xFF/, /^\x89PNG\r\n/, /^GIF8[79]a/, /^RIFF[^]{4}WEBP/]

/** Whether the bytes begin as those of a JPEG, PNG, GIF or WebP do, whatever the name says. Drawings in SVG can hold scripts. */
export function isPicture(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 12)).toString('latin1')
  return beginnings.some((beginning) => beginning.test(head))
}
