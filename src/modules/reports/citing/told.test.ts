import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { loadRegister } from '#modules/mandates/index.ts'
import type { Db } from '#platform/database/tables.ts'
import type { LanguageCode } from '#platform/languages.ts'
import { words } from '../../../site.ts'
import { testMoment as at } from '../../../../test/register-database.ts'
import { testDatabase } from '../../../../test/test-database.ts'
import { citedTitle } from './cited-title.ts'
import { toldIn } from './told-queries.ts'

describe('provisions of one verb', () => {
  let db: Db

  before(async () => {
    db = await testDatabase()
    await loadRegister(db, { actor: 'test', at })
  })

  const titles = async (language: LanguageCode) => {
    const visit = { db, language, t: words()[language] }
    const cited = [
      'instructs-secretary-general-directors/1',
      'instructs-directors/1',
      'instructs-director-bdt/0',
    ]
    const refs = cited.map((one) => ({ kind: 'provision', id: `pp-140-dubai-2018/${one}` }))
    const told = await toldIn(visit, refs)
    return refs.map((ref, place) => {
      const title = { [language]: `R · ${cited[place]}` }
      return citedTitle(visit.t, { ...ref, title }, told)[language]
    })
  }

  test('are told apart by whom they address, in the language of whoever reads', async () => {
    assert.deepEqual(await titles('en'), [
      'R, instructs (Secretary-General of ITU and Directors of the Bureaux) 1',
      'R, instructs (Directors of the Bureaux) 1',
      'R, instructs (Director of the Telecommunication Development Bureau)',
    ])
    assert.deepEqual(await titles('zh'), [
      'R，责成（国际电联秘书长和各局主任） 1',
      'R，责成（各局主任） 1',
      'R，责成（电信发展局主任）',
    ])
  })
})
