import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Db } from './tables.ts'
import { together } from './together.ts'

const db = {} as Db

describe('what several want at the same moment', () => {
  test('is asked for once, and what comes meanwhile waits for the next time', async () => {
    const asked: number[][] = []
    const later: Promise<number>[] = []
    const twice = together(async (_, numbers: number[]) => {
      asked.push(numbers)
      if (asked.length === 1) later.push(twice(db, 4), twice(db, 5))
      return numbers.map((one) => one * 2)
    })
    assert.deepEqual(await Promise.all([twice(db, 1), twice(db, 2), twice(db, 3)]), [2, 4, 6])
    assert.deepEqual(await Promise.all(later), [8, 10])
    assert.deepEqual(asked, [
      [1, 2, 3],
      [4, 5],
    ])
  })

  test('fails for those who asked together, and for nobody else', async () => {
    const read = together((_, words: string[]) =>
      words.includes('bad') ? Promise.reject(new Error('bad')) : Promise.resolve(words),
    )
    const outcomes = await Promise.allSettled([read(db, 'good'), read(db, 'bad')])
    assert.deepEqual(
      outcomes.map(({ status }) => status),
      ['rejected', 'rejected'],
    )
    assert.equal(await read(db, 'good'), 'good')
    assert.equal(await read({} as Db, 'other'), 'other')
  })
})
