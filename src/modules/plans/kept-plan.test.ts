import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import type { Db } from '#platform/database/tables.ts'
import { newPlan, planMoment, planWithItems } from '../../../test/plan-samples.ts'
import { registerDatabase } from '../../../test/register-database.ts'
import { translate } from './demo/demo-translation-commands.ts'
import { itemsRead } from './item-queries.ts'
import { itemsShown, whilePlanUnchanged } from './kept-plan-queries.ts'

describe('what is kept of a plan', () => {
  let db: Db

  before(async () => {
    db = await registerDatabase()
  })

  const titles = async (plan: string) =>
    (await itemsShown({ db, language: 'fr', asOf: undefined }, plan)).map(({ words }) => words.title?.text)
  const say = (id: string, words: string) => {
    const title = { ar: words, zh: words, en: words, fr: words, ru: words, es: words }
    return translate(db, { kind: 'plan-item', id, language: 'en' }, { title }, ['title'], planMoment)
  }

  test('follows a translation of an item', async () => {
    const { plan, first } = await planWithItems(db)
    assert.ok((await titles(plan)).includes('Write the test for lamps'))
    await say(first, 'Écrire l’essai')
    assert.ok((await titles(plan)).includes('Écrire l’essai'))
  })

  test('is not what was read before a translation that came while it was read for the first time', async () => {
    const { plan, first } = await planWithItems(db)
    const other = await newPlan(db)
    const question = {
      ...{ plan, key: 'items fr' },
      wordsOf: (items: Awaited<ReturnType<typeof itemsRead>>) =>
        items.map(({ item }) => `plan-item/${item.id}`),
    }
    const early = await whilePlanUnchanged({ db, asOf: undefined }, question, async () => {
      const items = await itemsRead(db, plan, 'fr')
      await say(first, 'Écrire l’essai')
      // Somebody else asks meanwhile, and the new line of history is followed for all.
      await itemsShown({ db, language: 'fr', asOf: undefined }, other)
      return items
    })
    assert.ok(early.some(({ words }) => words.title?.text === 'Write the test for lamps'))
    assert.ok((await titles(plan)).includes('Écrire l’essai'))
  })

  test('is read once while nothing changes', async () => {
    const { plan } = await planWithItems(db)
    let times = 0
    const ask = () =>
      whilePlanUnchanged({ db, asOf: undefined }, { plan, key: 'times' }, async () => {
        times += 1
        return times
      })
    assert.deepEqual([await ask(), await ask()], [1, 1])
  })
})
