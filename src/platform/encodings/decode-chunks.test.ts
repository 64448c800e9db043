import assert from 'node:assert/strict'
import { test } from 'node:test'
import { encodedAs } from '../../../test/corpus/encode.ts'
import { decodeChunks } from './decode-chunks.ts'

async function* inChunks(bytes: Uint8Array, length: number) {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length)
}

async function decoded(bytes: Uint8Array, length = 7) {
  const decoding = decodeChunks(inChunks(bytes, length), () => new Error('no text'))
  const text = (await Array.fromAsync(decoding.chunks)).join('')
  return { text, guessed: decoding.guessed, isMarked: decoding.isMarked }
}

const russian = 'мост;состояние\nЖелезный;хорошее, проверено весной и осенью\n'
const arabic = 'الجسر;الحالة\nالجسر الحديدي;جيد، وقد فُحص في الربيع\n'
const french = 'pont;état\nL’été;protégé, à vérifier\n'

test('text in any encoding is read in pieces, however they are cut', async () => {
  for (const text of [russian, arabic, french, '桥梁;状况\n铁桥;良好，春季检查\n', 'plain;ascii\n']) {
    for (const encoding of ['utf-8', 'utf-16le', 'utf-16be']) {
      assert.deepEqual(await decoded(encodedAs(`\ufeff${text}`, encoding)), {
        text,
        guessed: null,
        isMarked: true,
      })
    }
    assert.deepEqual(await decoded(encodedAs(text, 'utf-8')), { text, guessed: null, isMarked: false })
  }
})

test('an older encoding is guessed at the first letter beyond ASCII, however late it comes', async () => {
  const before = 'plain rows of ASCII;1\n'.repeat(10_000)
  const cases: [string, string][] = [
    [russian, 'windows-1251'],
    [arabic.replace('ُ', ''), 'windows-1256'],
    [french, 'windows-1252'],
  ]
  for (const [text, encoding] of cases) {
    for (const whole of [text, before + text]) {
      const found = await decoded(encodedAs(whole, encoding), 65_536)
      assert.deepEqual(found, { text: whole, guessed: encoding, isMarked: false })
    }
  }
})

test('bytes that are no text are refused after what stands before them', async () => {
  const bytes = Buffer.concat([
    Buffer.from('мост;1\n'.repeat(30_000)),
    Buffer.from([0xff]),
    Buffer.from('rest'),
  ])
  const decoding = decodeChunks(inChunks(bytes, 1000), () => new Error('no text'))
  let text = ''
  await assert.rejects(async () => {
    for await (const piece of decoding.chunks) text += piece
  }, /no text/)
  assert.equal(text, 'мост;1\n'.repeat(30_000))
  await assert.rejects(decoded(encodedAs('\ufeffmost', 'utf-32le')), /no text/)
})
