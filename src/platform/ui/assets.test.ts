import assert from 'node:assert/strict'
import fs from 'node:fs'
import { test } from 'node:test'
import { brotliCompressSync } from 'node:zlib'
import { lightSteps as stepsOfFiles } from '../charts/paint.ts'
import { assets, icon, ownSheets, scripts, stylesheet } from './assets.ts'

const folder = new URL('styles/', import.meta.url)
const sheets = fs
  .readdirSync(folder)
  .map((name) => ({ name, css: fs.readFileSync(new URL(name, folder), 'utf8') }))

test('the address of an asset names its content', () => {
  assert.match(stylesheet.path, /^\/assets\/site\.[0-9a-f]{12}\.css$/)
  assert.match(icon.path, /^\/assets\/mark\.[0-9a-f]{12}\.svg$/)
  assert.deepEqual(
    [...assets.keys()],
    [
      stylesheet.path,
      ownSheets.charts.path,
      ownSheets.report.path,
      icon.path,
      ...Object.values(scripts).map(({ path }) => path),
    ],
  )
})

test('every sheet stands in its own cascade layer', () => {
  for (const { name, css } of sheets) {
    const bare = css.replaceAll(/\/\*[\s\S]*?\*\//g, '').trim()
    assert.ok(bare.startsWith(`@layer ${name.replace('.css', '')} {`), name)
    assert.equal(bare.split('{').length, bare.split('}').length, name)
  }
})

test('no sheet says left or right, so that Arabic needs no second one', () => {
  const physical =
    /(?:^|[\s;{])(?:(?:margin|padding|border|inset|scroll-margin)-(?:left|right|top|bottom)|left|right|(?:min-|max-)?(?:width|height))\s*:/m
  for (const { name, css } of sheets) {
    const properties = css.replaceAll(/@media[^{]*/g, '')
    assert.doesNotMatch(properties, physical, name)
    assert.doesNotMatch(properties, /text-align:\s*(left|right)|float:\s*(left|right)/, name)
  }
})

test('no sheet asks for a file or for another host', () => {
  for (const { body } of [stylesheet, ...Object.values(ownSheets)])
    assert.doesNotMatch(body, /url\(|@import|@font-face|https?:/)
})

test('numbers stand below each other by their units where words run from the right', () => {
  for (const [{ body }, name] of [
    [stylesheet, '.number'],
    [ownSheets.charts, '.chart-bar>span'],
  ] as const)
    assert.ok(body.includes(`[dir='rtl'] ${name}{text-align:start}`), name)
})

test('the style sheet is a small part of the 50 KB that a first visit may move', () => {
  assert.ok(brotliCompressSync(stylesheet.body).length < 7_000)
})

const tokens = sheets.find(({ name }) => name === 'tokens.css')?.css ?? ''
const [light = '', dark = ''] = [...tokens.matchAll(/--paper:[\s\S]*?\}/g)].map(([block]) => block)

for (const [scheme, block] of [
  ['light', light],
  ['dark', dark],
] as const) {
  test(`text on every ground reaches a contrast of 7, edges of controls 3, in the ${scheme} scheme`, () => {
    const grounds = ['paper', 'sheet', 'tint'].map((name) => colour(block, name))
    for (const ground of grounds) {
      for (const name of ['ink', 'muted', 'accent']) {
        assert.ok(contrast(colour(block, name), ground) >= 7, `${name} on ${ground}`)
      }
      assert.ok(contrast(colour(block, 'edge'), ground) >= 3, `edge on ${ground}`)
    }
    assert.ok(contrast(colour(block, 'warn'), colour(block, 'warn-tint')) >= 7, 'warn on its tint')
    assert.ok(contrast(colour(block, 'ink'), colour(block, 'warn-tint')) >= 7, 'ink on the tint of warnings')
    assert.ok(contrast(colour(block, 'accent'), colour(block, 'warn-tint')) >= 4.5, 'a link in a warning')
  })
}

const charts = sheets.find(({ name }) => name === 'charts.css')?.css ?? ''
const [lightSteps = '', darkSteps = ''] = [...charts.matchAll(/--step-0:[\s\S]*?\}/g)].map(([block]) => block)

for (const [scheme, block] of [
  ['light', lightSteps],
  ['dark', darkSteps],
] as const) {
  test(`the steps of charts can be told apart without colour and carry text in the ${scheme} scheme`, () => {
    const lightness = [0, 1, 2, 3, 4, 5].map((step) => colour(block, `step-${step}`))
    const falling = scheme === 'light' ? lightness : lightness.toReversed()
    for (const [place, lighter] of falling.slice(0, -1).entries()) {
      assert.ok(
        contrast(lighter, falling[place + 1] ?? '') >= 1.25,
        `${lighter} beside ${falling[place + 1]}`,
      )
    }
    for (const [step, text] of [
      [1, 'on-little'],
      [2, 'on-little'],
      [3, 'on-middle'],
      [4, 'on-much'],
      [5, 'on-much'],
    ] as const) {
      assert.ok(
        contrast(colour(block, `step-${step}`), colour(block, text)) >= 4.5,
        `${text} on step ${step}`,
      )
    }
  })
}

test('a picture has the same steps in a page and as a file', () => {
  const six = [0, 1, 2, 3, 4, 5] as const
  const wide = (hex: string) => (hex.length === 4 ? hex.replaceAll(/[0-9a-f]/g, '$&$&') : hex)
  assert.deepEqual(
    six.map((step) => wide(colour(lightSteps, `step-${step}`))),
    six.map((step) => stepsOfFiles[step]),
  )
})

function colour(block: string, name: string): string {
  const [, found] = new RegExp(`--${name}:\\s*(#[0-9a-f]+)`).exec(block) ?? []
  assert.ok(found, name)
  return found
}

/** Contrast of two colours as WCAG 2.2 defines it. */
function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (lighter + 0.05) / (darker + 0.05)
}

function luminance(hex: string): number {
  const full = hex.length === 4 ? hex.replaceAll(/[0-9a-f]/g, '$&$&') : hex
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = parseInt(full.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
