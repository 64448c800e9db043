import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { exampleIndex } from '../scripts/measure/example-index.ts'
import { goldenQueries } from '../scripts/measure/golden.ts'
import { ndcg, recall } from '../scripts/measure/ranking.ts'
import { foundKeys, measureSearch } from '../scripts/measure/search.ts'

describe('the judged queries', () => {
  const queries = goldenQueries()
  const index = exampleIndex()

  test('are ten and more in each language, none twice', () => {
    const byLanguage = Map.groupBy(queries, ({ language }) => language)
    assert.equal(byLanguage.size, 6)
    for (const [language, own] of byLanguage) {
      assert.ok(own.length >= 10, `${language}: ${own.length}`)
      assert.equal(new Set(own.map(({ words }) => words)).size, own.length, language)
    }
    assert.ok(queries.length >= 60)
  })

  test('have a right answer each, and judge only entries that can be found', () => {
    const all = new Set(foundKeys(index, { words: '', language: 'en' }))
    assert.deepEqual(
      queries.filter(({ answers }) => !Object.values(answers).some((grade) => grade > 0)),
      [],
    )
    assert.deepEqual(
      queries.flatMap(({ answers }) => Object.keys(answers).filter((key) => !all.has(key))),
      [],
    )
  })

  test('find as much as they did, in each language, and nothing that a minus forbids', () => {
    const measured = measureSearch(index)
    assert.deepEqual(
      measured.flatMap(({ language, below, ndcg10, recall20, recall: whole }) =>
        below.map((name) => `${language} ${name} of ${ndcg10}, ${recall20}, ${whole}`),
      ),
      [],
    )
    assert.deepEqual(
      measured.flatMap(({ queries: own }) =>
        own.flatMap(({ words, wrong }) => wrong.map((key) => `${words}: ${key}`)),
      ),
      [],
    )
  })
})

describe('the figures', () => {
  const judged = { a: 3, b: 2, c: 1, d: 0 }

  test('are 1 for the best order, whatever stands behind it', () => {
    assert.equal(ndcg(['a', 'b', 'c', 'x'], judged, 10), 1)
    assert.equal(recall(['c', 'x', 'b', 'a'], judged), 1)
  })

  test('count first places most, and nothing beyond those that are looked at', () => {
    assert.equal(ndcg(['x', 'a', 'b', 'c'], judged, 1), 0)
    assert.ok(ndcg(['b', 'a', 'c'], judged, 10) > ndcg(['c', 'b', 'a'], judged, 10))
    assert.equal(recall(['a', 'x', 'b'], judged, 2), 1 / 3)
  })

  test('do not reward what must not be found', () => {
    assert.equal(ndcg(['d', 'a'], judged, 2), ndcg(['x', 'a'], judged, 2))
    assert.equal(recall(['d'], judged), 0)
  })
})
