import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import {
  asFromTelephone,
  blue,
  colourAt,
  deepAndInterlaced,
  plain,
  promisingPng,
  red,
  redBesideBlue,
  vips,
  webpParts,
  withSegments,
  type Colour,
} from '../../../test/pictures.ts'
import { pictureBounds, type Redrawn } from './picture.ts'
import { redrawApart } from './redraw-apart.ts'

const isNearly = (found: readonly number[], expected: Colour) =>
  assert.ok(
    expected.every((value, place) => Math.abs(value - (found[place] ?? -1)) <= 12),
    `${found.join(' ')} is not nearly ${expected.join(' ')}`,
  )

async function redrawn(bytes: Uint8Array): Promise<Redrawn> {
  const answer = await redrawApart(bytes)
  if ('fault' in answer) return assert.fail(answer.fault)
  return answer
}

const sizes = ({ large, small }: Redrawn) => [
  [large.width, large.height],
  small && [small.width, small.height],
]

const fault = async (bytes: Uint8Array | string) => redrawApart(Buffer.from(bytes))

describe('a picture that was sent', () => {
  test('from a telephone is turned upright, and tells neither the place nor the camera', async () => {
    const sent = asFromTelephone(redBesideBlue(900, 600))
    assert.match(Buffer.from(sent).toString('latin1'), /SecretCamera[^]*Secret place[^]*Secret remark/)
    assert.equal(vips.Image.newFromBuffer(sent).getString('exif-ifd3-GPSLatitude').startsWith('46/1'), true)

    const answer = await redrawn(sent)

    assert.deepEqual(sizes(answer), [
      [600, 900],
      [320, 480],
    ])
    for (const { bytes, width, height } of [answer.large, answer.small ?? assert.fail()]) {
      isNearly(colourAt(bytes, width / 2, 10), red)
      isNearly(colourAt(bytes, width / 2, height - 10), blue)
      assert.deepEqual(webpParts(bytes), ['VP8 '])
      assert.doesNotMatch(Buffer.from(bytes).toString('latin1'), /Exif|Secret|xmpmeta|GPS/)
    }
  })

  test('is made smaller when it is large, and stays transparent where it was', async () => {
    const wide = await redrawn(plain(4000, 1000, blue).bandjoin(128).pngsaveBuffer())

    assert.deepEqual(sizes(wide), [
      [1600, 400],
      [480, 120],
    ])
    assert.equal(colourAt(wide.large.bytes, 5, 5)[3], 128)
  })

  test('keeps its colours when they are told in another way than the web’s', async () => {
    const wideColours = plain(600, 600, red).iccTransform('p3', { input_profile: 'srgb' })
    isNearly(wideColours.getpoint(1, 1), [234, 51, 35])
    const { large } = await redrawn(wideColours.jpegsaveBuffer({ profile: 'p3' }))
    const printed = plain(600, 600, red).iccTransform('cmyk', { input_profile: 'srgb' })
    const fromPrint = await redrawn(printed.jpegsaveBuffer({ profile: 'cmyk' }))

    isNearly(colourAt(large.bytes, 5, 5), red)
    assert.equal(colourAt(fromPrint.large.bytes, 5, 5).length, 3)
    assert.deepEqual(webpParts(large.bytes), ['VP8 '])
  })

  test('as WebP, or as the first of a moving GIF, is taken too', async () => {
    const webp = await redrawn(plain(500, 400, blue).webpsaveBuffer())
    const both = plain(500, 400, red)
      .join(plain(500, 400, blue), 'vertical')
      .copy()
    both.setInt('page-height', 400)
    const moving = both.gifsaveBuffer()
    assert.equal(vips.Image.newFromBuffer(moving).getInt('n-pages'), 2)
    const gif = await redrawn(moving)

    isNearly(colourAt(webp.large.bytes, 5, 5), blue)
    assert.deepEqual(sizes(gif)[0], [500, 400])
    isNearly(colourAt(gif.large.bytes, 5, 5), red)
  })

  test('weighs little in its small size, whatever it shows', async () => {
    const noise = vips.Image.gaussnoise(1200, 900, { mean: 128, sigma: 30 }).cast('uchar')
    const { small } = await redrawn(noise.jpegsaveBuffer({ Q: 95 }))

    assert.ok((small?.bytes.length ?? Infinity) < 2 * pictureBounds.smallBytes, `${small?.bytes.length}`)
  })
})

describe('a file that is no picture, or a hostile one', () => {
  test('is refused by its content, whatever its name says', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
    for (const bytes of [svg, '%PDF-1.7 x', '<html>', 'BM000000', ''])
      assert.deepEqual(await fault(bytes), { fault: 'kind' })
  })

  test('is refused when only its beginning is that of a picture', async () => {
    const page = Buffer.from('\xFF\xD8\xFF<script>alert(1)</script>', 'latin1')
    for (const bytes of ['GIF89a=1;alert(1)//', page])
      assert.deepEqual(await fault(bytes), { fault: 'damaged' })
  })

  test('is refused when it ends too early', async () => {
    const image = redBesideBlue(900, 700)
    const whole = [
      image.jpegsaveBuffer(),
      image.pngsaveBuffer({ compression: 0 }),
      image.webpsaveBuffer({ lossless: true }),
      image.gifsaveBuffer(),
    ]
    const answers = []
    for (const bytes of whole) answers.push(await fault(bytes.subarray(0, Math.floor(bytes.length / 2))))

    assert.deepEqual(
      answers,
      whole.map(() => ({ fault: 'damaged' })),
    )
  })

  test('is refused when a few bytes promise more pixels than there may be', async () => {
    const bomb = promisingPng(60_000, 60_000)

    assert.equal(bomb.length < 200, true)
    assert.deepEqual(await fault(bomb), { fault: 'pixels' })
  })

  test('brings nothing along that stands beside the pixels', async () => {
    const page = '<html><script>alert(document.cookie)</script>'
    const jpeg = withSegments(redBesideBlue(900, 600).jpegsaveBuffer(), [[0xfe, page]])
    const { large, small } = await redrawn(Buffer.concat([jpeg, Buffer.from(page)]))

    for (const bytes of [large.bytes, small?.bytes ?? assert.fail()])
      assert.doesNotMatch(Buffer.from(bytes).toString('latin1'), /html|script|cookie/)
  })

  test('is given up when it takes too long or too much memory, and the next picture is read', async () => {
    const heavy = plain(5000, 4000).pngsaveBuffer({ interlace: true })
    const hungry = promisingPng(6300, 6300, deepAndInterlaced)
    const answers = await Promise.all([
      redrawApart(heavy, { ...pictureBounds, seconds: 0.2 }),
      redrawApart(hungry, { ...pictureBounds, megabytesOfMemory: 256 }),
      redrawApart(heavy, { ...pictureBounds, secondsOnTheWall: 0.001 }),
    ])
    const next = await redrawn(plain(40, 30).jpegsaveBuffer())

    assert.deepEqual(answers, [{ fault: 'heavy' }, { fault: 'heavy' }, { fault: 'busy' }])
    assert.deepEqual(sizes(next), [[40, 30], null])
  })
})
