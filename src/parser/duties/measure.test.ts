import { test } from 'node:test'
import assert from 'node:assert/strict'
import { measureCorpus } from '../../../scripts/measure/corpus.ts'
import { hasGold, measureGold } from '../../../scripts/measure/gold.ts'
import { isBelow, precisionOf, recallOf } from '../../../scripts/measure/score.ts'
import type { Count } from '../../../scripts/measure/score.ts'

const skip = hasGold() ? false : 'needs ../shared with the annotated resolutions, which is not here'

for (const number of ['140', '75'] as const) {
  test(`resolution ${number} is read no worse than the floors allow`, { skip }, async () => {
    assert.deepEqual(belowFloor(await measureGold(number)), [])
  })
}

test('the invented resolutions are read no worse than the floors allow, in each language', async () => {
  const measured = await measureCorpus()

  assert.deepEqual(
    measured.map(({ language, counts }) => [language, belowFloor(counts)]),
    measured.map(({ language }) => [language, []]),
  )
})

const belowFloor = (counts: Count[]): string[] =>
  counts.filter(isBelow).map((count) => {
    const [precision, recall] = [precisionOf(count), recallOf(count)].map((share) => share.toFixed(3))
    return `${count.field}: precision ${precision}, recall ${recall}; ${count.misses.slice(0, 5).join(' | ')}`
  })
