import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { paperOf, paragraph } from '../../../../test/printed-papers.ts'
import { mended, tornIn } from './mend-pages.ts'
import { printedPaper } from './print-paper.ts'

const names = [{ text: 'Name', isNumber: false }]
const rows = Array.from({ length: 20 }, () => ['Row'])
const paper = printedPaper(
  paperOf('en', { block: 'table', anchor: 't', caption: 'Rows', names, rows }, paragraph('The last.')),
)
const rowsOn = (...pages: number[]) => pages.map((page) => ({ rowOf: 0, page }))

describe('pages that are set', () => {
  test('are mended where a last page holds a single paragraph', () => {
    const told = [...rowsOn(1, 1, 1), { endOf: 1, page: 2 }]
    const [found, ...more] = tornIn(paper, told)
    assert.deepEqual([found, more], [{ places: [0], change: 'isTight', weight: 7 }, []])

    const closer = mended(paper, found!)
    assert.deepEqual(
      closer?.blocks.map(({ isTight }) => isTight),
      [true, false],
    )
    assert.equal(mended(closer!, found!), null)
    assert.deepEqual(tornIn(paper, [...rowsOn(1, 1, 1), { endOf: 1, page: 1 }]), [])
  })

  test('are mended where fewer than three rows stand on the first or the last page of a table', () => {
    const changes = (...pages: number[]) =>
      tornIn(paper, [...rowsOn(...pages), { endOf: 1, page: 2 }]).map(({ change }) => change)
    assert.deepEqual(changes(1, 1, 1, 2, 2, 2), [])
    assert.deepEqual(changes(1, 1, 2, 2, 2), ['opensPage'])
    assert.deepEqual(changes(1, 1, 1, 2, 2), ['isTight', 'isLoose'])
  })
})
