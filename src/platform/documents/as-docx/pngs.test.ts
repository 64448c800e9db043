import assert from 'node:assert/strict'
import { test } from 'node:test'
import { samplePaper } from '../../../../test/sample-paper.ts'
import { vips } from '../../../../test/pictures.ts'
import { pngBounds, pngsOf } from './pngs.ts'

const svgIn = (language: 'ar' | 'en') =>
  samplePaper(language).blocks.flatMap((block) => (block.block === 'picture' ? [block.svg] : []))[0] ??
  assert.fail()

/** Where the first letters of a title stand: the share of dark points in each half of its line. */
function darkHalves(png: Uint8Array): [number, number] {
  const picture = vips.Image.newFromBuffer(png).colourspace('b-w')
  const line = (left: number) =>
    255 - picture.crop(left, 0, Math.floor(picture.width / 2), Math.floor(picture.height * 0.3)).avg()
  return [line(0), line(Math.floor(picture.width / 2))]
}

test('a picture is drawn with its words, on the side on which its language begins', async () => {
  const [english, arabic] = await pngsOf([svgIn('en'), svgIn('ar')])
  const [left, right] = darkHalves(english ?? assert.fail())
  assert.ok(left > 2 * right, `${left} ${right}`)
  const [end, start] = darkHalves(arabic ?? assert.fail())
  assert.ok(start > 2 * end, `${start} ${end}`)
  assert.equal(vips.Image.newFromBuffer(english ?? assert.fail()).width, pngBounds.width)
  assert.deepEqual(await pngsOf([svgIn('ar')]), [arabic])
})

test('a hostile picture is white, and the others are drawn', async () => {
  const good = svgIn('en')
  const hostile = [
    'no picture',
    `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">${'<g>'.repeat(20_000)}${'</g>'.repeat(20_000)}</svg>`,
    '<!DOCTYPE svg [<!ENTITY a "b">]><svg width="9" height="9">&a;</svg>',
  ]
  const drawn = await pngsOf([good, ...hostile, good])
  assert.deepEqual(
    drawn.map((png) => vips.Image.newFromBuffer(png).width),
    [pngBounds.width, ...hostile.map(() => 1), pngBounds.width],
  )
  // The watch looks now and then, so some are drawn before it ends the process.
  const tooMany = Array.from({ length: 100 }, () => good)
  assert.deepEqual((await pngsOf(tooMany, { ...pngBounds, seconds: 0.01 })).at(-1), drawn[1])
})
