import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Visit } from '../web/visit.ts'
import { asCsv } from './csv.ts'
import { element, xmlDocument } from './xml.ts'

describe('a table for spreadsheets', () => {
  const columns = [
    { name: 'code', value: (row: { code: string; count: number | null }) => row.code },
    { name: 'count', value: (row: { code: string; count: number | null }) => row.count },
  ]
  const table = (rows: { code: string; count: number | null }[]) => asCsv({} as Visit, columns, rows)

  test('begins with a byte order mark and ends its lines as spreadsheets expect', () => {
    assert.equal(table([{ code: 'C5', count: -3 }]), '\uFEFFcode,count\r\nC5,-3\r\n')
  })

  test('holds no text that a spreadsheet would run, and no unquoted quote, comma or line', () => {
    assert.equal(
      table([{ code: '=HYPERLINK("x")', count: null }]),
      `\uFEFFcode,count\r\n"'=HYPERLINK(""x"")",\r\n`,
    )
    assert.equal(table([{ code: 'a,b\nc', count: null }]), '\uFEFFcode,count\r\n"a,b\nc",\r\n')
  })
})

describe('XML', () => {
  test('escapes text and attributes and replaces what XML cannot carry', () => {
    const written = element('a', { title: `"<'&`, none: null }, 'x < y & z\u0001\uD800', element('b', {}))
    assert.equal(written.xml, '<a title="&quot;&lt;&apos;&amp;">x &lt; y &amp; z\uFFFD\uFFFD<b/></a>')
  })

  test('refuses a name that would break out of the tag', () => {
    assert.throws(() => element('a b', {}))
  })

  test('declares its encoding', () => {
    assert.equal(xmlDocument(element('a', {})), '<?xml version="1.0" encoding="UTF-8"?>\n<a/>\n')
  })
})
