import assert from 'node:assert/strict'
import { test } from 'node:test'
import { givingWay } from './giving-way.ts'

test('long work on many things lets others have their turn, and leaves nothing out', async () => {
  const things = Array.from({ length: 60 }, (_, place) => place)
  const seen: number[] = []
  let turns = 0
  let isOver = false
  const count = () => {
    turns += 1
    if (!isOver) setImmediate(count)
  }
  setImmediate(count)
  for await (const thing of givingWay(things)) {
    const until = performance.now() + 1
    while (performance.now() < until);
    seen.push(thing)
  }
  isOver = true
  assert.deepEqual(seen, things)
  assert.ok(turns >= 5, `${turns} turns`)
})
