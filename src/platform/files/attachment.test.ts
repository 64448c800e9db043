import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { Document, Packer, Paragraph } from 'docx'
import { zipOf } from '../../../test/zip-files.ts'
import { isWholeAttachment } from './attachment.ts'

const word = new Uint8Array(
  await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph('x')] }] })),
)
const types = { '[Content_Types].xml': '<Types/>' }
const sheet = zipOf({ ...types, 'xl/workbook.xml': '<workbook/>' })

describe('an attachment', () => {
  const isWhole = (name: string, content: Uint8Array | string) =>
    isWholeAttachment(name, Buffer.from(content))

  test('of each kind is taken by what it holds', async () => {
    for (const [name, content] of [
      ['report.PDF', '%PDF-1.7 x\n%%EOF\n'],
      ['report.docx', word],
      ['table.xlsx', sheet],
      ['slides.pptx', zipOf({ ...types, 'ppt/presentation.xml': '<p/>' })],
      ['table.csv', 'title;année\r\n"Écoles"\t;2026\r\n'],
      ['notes.txt', Buffer.from([0xef, 0xbb, 0xbf, 0xd8, 0xa7])],
      ['notes.txt', Buffer.from('\uFEFFтекст', 'utf16le')],
      ['notes.txt', Buffer.from([0xcf, 0xf0, 0xe8])],
    ] as const)
      assert.equal(await isWhole(name, content), true, name)
  })

  test('is refused when it is something else under that name', async () => {
    for (const [name, content] of [
      ['report.docx', sheet],
      ['table.xlsx', word],
      ['report.docx', zipOf({ 'word/document.xml': '<x/>' })],
      ['report.docx', 'PK\u0003\u0004 and nothing more'],
      ['notes.txt', 'MZ\u0000\u0001 a program'],
      ['table.csv', word],
    ] as const)
      assert.equal(await isWhole(name, content), false, name)
  })

  test('is refused when it is cut off, holds macros, or would unfold to far too much', async () => {
    const macros = zipOf({ ...types, 'word/document.xml': '<x/>', 'word/vbaProject.bin': 'macro' })
    const bomb = promising(zipOf({ ...types, 'xl/workbook.xml': '<workbook/>' }), 0x7f_ff_ff_ff)
    for (const [name, content] of [
      ['report.pdf', '%PDF-1.7 half a repo'],
      ['report.docx', word.subarray(0, word.length - 100)],
      ['report.docx', macros],
      ['table.xlsx', bomb],
    ] as const)
      assert.equal(await isWhole(name, content), false, name)
  })
})

/** The package with a directory in which its first entry promises so many bytes. */
function promising(bytes: Uint8Array, size: number): Uint8Array {
  const changed = Buffer.from(bytes)
  changed.writeUInt32LE(size, changed.indexOf('PK\u0001\u0002') + 24)
  return changed
}
