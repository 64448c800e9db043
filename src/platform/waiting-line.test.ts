import assert from 'node:assert/strict'
import { test } from 'node:test'
import { waitingLine } from './waiting-line.ts'

test('a waiting line lets some work at once, others in their order, and is full when too many wait', async () => {
  const line = waitingLine({ atOnce: 2, longest: 2 })
  const ends: (() => void)[] = []
  const begun: number[] = []
  const work = (number: number) =>
    line.take(() => {
      begun.push(number)
      return new Promise<void>((end) => ends.push(end))
    })
  const all = [1, 2, 3].map(work)
  assert.equal(line.isFull(), false)
  all.push(work(4))
  assert.equal(line.isFull(), true)
  assert.deepEqual(begun, [1, 2])

  ends[0]?.()
  await all[0]
  await Promise.resolve()
  assert.deepEqual([begun, line.isFull()], [[1, 2, 3], false])
  for (const place of [1, 2]) ends[place]?.()
  await Promise.all(all.slice(0, 3))
  ends[3]?.()
  await all[3]
  assert.deepEqual(begun, [1, 2, 3, 4])
})

test('a waiting line goes on when a work fails', async () => {
  const line = waitingLine({ atOnce: 1, longest: 1 })
  const failing = line.take(() => Promise.reject(new Error('damaged')))
  const next = line.take(async () => 'next')

  await assert.rejects(failing, /damaged/)
  assert.equal(await next, 'next')
})
