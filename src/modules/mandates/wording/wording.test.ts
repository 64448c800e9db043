import assert from 'node:assert/strict'
import fs from 'node:fs'
import { before, describe, test } from 'node:test'
import { writeMachineTranslation, writeTranslation } from '#platform/texts/texts.ts'
import { testSite, type TestSite } from '../../../../test/test-site.ts'
import { importResolution } from '../index.ts'

const at = new Date('2026-11-20T12:00:00Z')

describe('the words of duties that only the parser found', () => {
  let site: TestSite
  let revision = ''
  let id = ''

  const bring = async (language: string) => {
    const name = `reading-rooms-2024-${language}.txt`
    const bytes = fs.readFileSync(`demo/${name}`)
    return importResolution(site.db, { bytes, name, actor: 'amina', at, origin: 'demo' })
  }
  const states = async () =>
    Object.fromEntries(
      (
        await site.db
          .selectFrom('text_languages')
          .select(['language', 'state'])
          .where('id', '=', id)
          .execute()
      ).map(({ language, state }) => [language, state]),
    )
  type Duty = { id: string; verb: { text: string; language: string; state?: string } }
  const duty = async (language: string) => {
    const { rows } = (await site.json(`/${language}/duties.json?revision=${revision}&limit=200`)) as {
      rows: Duty[]
    }
    return rows.find((row) => row.id === id)?.verb
  }

  before(async () => {
    site = await testSite()
    revision = (await bring('en')).revision
    const first = await site.db
      .selectFrom('texts')
      .select('id')
      .where('kind', '=', 'duty')
      .where('field', '=', 'verb')
      .orderBy('id')
      .limit(1)
      .executeTakeFirstOrThrow()
    id = first.id
  })

  test('wait for translators in the languages that nobody has imported', async () => {
    await bring('fr')
    const found = await states()
    assert.equal(found['en'], 'original')
    assert.equal(found['fr'], 'original')
    assert.equal(found['ru'], 'missing')
  })

  test('are read in the language into which somebody has translated them', async () => {
    assert.equal((await duty('zh'))?.language, 'en')
    await site.db
      .transaction()
      .execute((tx) =>
        writeTranslation(
          tx,
          { kind: 'duty', id, language: 'ru', segments: [{ field: 'verb', segment: 1, text: 'вести' }] },
          'chen',
          at,
        ),
      )
    assert.deepEqual(await duty('ru'), { text: 'вести', language: 'ru' })
  })

  test('are labelled where a machine has translated them', async () => {
    const segments = [{ field: 'verb', segment: 1, text: 'llevar' }]
    await site.db
      .transaction()
      .execute((tx) =>
        writeMachineTranslation(tx, { kind: 'duty', id, language: 'es', engine: 'e', segments }, 'chen', at),
      )
    assert.deepEqual(await duty('es'), { text: 'llevar', language: 'es', state: 'machine' })
    assert.match((await site.get(`/es/duties?revision=${revision}&limit=200`)).text, /traducción automática/)
  })
})
