import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { setImmediate as turn } from 'node:timers/promises'
import { readAhead } from './read-ahead.ts'

describe('what is read ahead', () => {
  const told: string[] = []

  async function* reading(last: number) {
    try {
      for (let number = 1; number <= last; number += 1) {
        told.push(`read ${number}`)
        yield await Promise.resolve(number)
      }
      throw new Error('torn')
    } finally {
      told.push('closed')
    }
  }

  test('comes in its order, one before it is wanted, and fails in its turn', async () => {
    const worked: number[] = []
    const work = async () => {
      for await (const number of readAhead(reading(2))) {
        await turn()
        worked.push(number)
        told.push(`worked on ${number}`)
      }
    }
    await assert.rejects(work, /torn/)
    assert.deepEqual(worked, [1, 2])
    assert.deepEqual(told, ['read 1', 'read 2', 'worked on 1', 'closed', 'worked on 2'])
  })

  test('is closed when nobody wants more', async () => {
    told.length = 0
    for await (const number of readAhead(reading(9))) if (number === 1) break
    assert.deepEqual(told, ['read 1', 'read 2', 'closed'])
  })
})
