import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { clearDemo, loadDemoReviews, loadRegister } from '#modules/mandates/index.ts'
import { operator } from '#platform/access/actor.ts'
import { textStates } from '#platform/texts/texts.ts'
import { testDatabase } from '../../../test/test-database.ts'
import { loadDemoTranslations } from './demo-commands.ts'

const at = new Date('2026-11-20T12:00:00Z')

describe('the translations of the example world', () => {
  test('are in every state but outdated, and go with the example world', async () => {
    const db = await testDatabase()
    await loadRegister(db, { actor: 'test', at })
    await loadDemoReviews(db, { actor: operator, at })
    await loadDemoTranslations(db, { at })
    const states = async () => {
      const found = await db.selectFrom('text_languages').select('counts').execute()
      return textStates.filter((state) => found.some(({ counts }) => counts[state] > 0))
    }
    assert.deepEqual(await states(), ['original', 'reviewed', 'human', 'machine', 'missing'])
    const lines = async () => (await db.selectFrom('history').select('seq').execute()).length
    const before = await lines()
    await loadDemoTranslations(db, { at })
    assert.equal(await lines(), before)
    await clearDemo(db, { actor: 'test', at })
    assert.deepEqual(await states(), [])
  })
})
