import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Bounds } from './bounds.ts'
import { readXml, readXmlTree } from './xml-read.ts'
import { openArchive } from './zip-read.ts'
import { writeZip, type Part } from './zip-write.ts'

const limits: Bounds['limits'] = {
  expandedBytes: 1_500_000,
  expansionRatio: 200,
  archiveEntries: 3,
  xmlDepth: 5,
  xmlPieceBytes: 10_000,
  xmlTreeBytes: 50_000,
}
const bounds: Bounds = { limits, checkTime: () => undefined, refusal: (fault) => new Error(fault) }

const zipped = async (parts: Part[]) => Buffer.concat(await Array.fromAsync(writeZip(parts)))
const contentOf = async (bytes: Uint8Array, name: string) => {
  const archive = await openArchive(bytes, bounds)
  return Buffer.concat(await Array.fromAsync(archive.open(name))).toString()
}

describe('a zip file', () => {
  test('gives back its parts under their names, whatever their length', async () => {
    const long = Array.from({ length: 20_000 }, (_, number) => `line ${number} of a long part é 文\n`)
    const bytes = await zipped([
      { name: 'a/короткий.txt', content: ['short ', Buffer.from('and '), 'mixed'] },
      { name: 'long', content: long },
      { name: 'empty', content: [] },
    ])
    assert.equal(await contentOf(bytes, 'a/короткий.txt'), 'short and mixed')
    assert.equal(await contentOf(bytes, 'long'), long.join(''))
    assert.equal(await contentOf(bytes, 'empty'), '')
  })

  test('of the same parts has the same bytes', async () => {
    const parts = () => [{ name: 'a', content: ['text'] }]
    assert.deepEqual(await zipped(parts()), await zipped(parts()))
  })

  test('ends with the failure of its content', async () => {
    const content = async function* () {
      yield 'first'
      throw new Error('the database is gone')
    }
    await assert.rejects(zipped([{ name: 'a', content: content() }]), /the database is gone/)
  })

  test('is not opened when a byte of it has changed', async () => {
    const bytes = await zipped([
      { name: 'a', content: ['some text, long enough to be packed packed packed'] },
    ])
    bytes[40] = (bytes[40] ?? 0) ^ 0xff
    await assert.rejects(contentOf(bytes, 'a'), /damaged/)
    await assert.rejects(openArchive(bytes.subarray(0, -10), bounds), /damaged/)
  })

  test('is refused when it unfolds too far, holds too much or too many parts', async () => {
    const blank = await zipped([{ name: 'blank', content: ['x'.repeat(1_400_000)] }])
    await assert.rejects(contentOf(blank, 'blank'), /expands-too-far/)
    const noise = Array.from({ length: 90_000 }, () => Math.random().toString(36))
      .join('')
      .slice(0, 800_000)
    const twice = await zipped([
      { name: 'a', content: [noise] },
      { name: 'b', content: [noise] },
    ])
    const archive = await openArchive(twice, bounds)
    await Array.fromAsync(archive.open('a'))
    await assert.rejects(Array.fromAsync(archive.open('b')), /expands-too-far/)
    const many = await zipped(['a', 'b', 'c', 'd'].map((name) => ({ name, content: [] })))
    await assert.rejects(openArchive(many, bounds), /expands-too-far/)
  })
})

describe('XML', () => {
  const chunksOf = async function* (texts: string[]) {
    for (const text of texts) yield Buffer.from(text)
  }
  const blind = { open: () => undefined, close: () => undefined, text: () => undefined }
  const read = (...texts: string[]) => readXml(chunksOf(texts), blind, bounds)

  test('is refused with a document type, without an end, and with tags that do not fit', async () => {
    await assert.rejects(read('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'), /damaged/)
    await assert.rejects(read('<a><b></b>'), /damaged/)
    await assert.rejects(read('<a><b></a></b>'), /damaged/)
  })

  test('is refused when it is too deep or a piece of it too long', async () => {
    await assert.rejects(read('<a>'.repeat(6)), /expands-too-far/)
    const thousands = Array<string>(11).fill('x'.repeat(1_000))
    await assert.rejects(read('<a>', ...thousands, '</a>'), /expands-too-far/)
    await assert.rejects(
      read('<a ', ...thousands.map((text, place) => `${text}${place}="1" `)),
      /expands-too-far/,
    )
    await assert.rejects(read('<a><!--', ...thousands), /expands-too-far/)
    await read('<a>', ...thousands.map((text) => `<b>${text}</b>`), '</a>')
    const pieces = Array<string>(51).fill(`<b>${'x'.repeat(1_000)}</b>`)
    await assert.rejects(readXmlTree(chunksOf(['<a>', ...pieces, '</a>']), bounds), /expands-too-far/)
  })
})
