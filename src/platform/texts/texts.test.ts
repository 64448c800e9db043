import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import type { Db } from '#platform/database/tables.ts'
import { verifyHistory } from '#platform/history.ts'
import { testDatabase } from '../../../test/test-database.ts'
import {
  reviewTranslation,
  removeTexts,
  textParts,
  textsOf,
  writeMachineTranslation,
  writeSource,
  writeSources,
  writeTranslation,
  type SegmentWrite,
} from './texts.ts'
import type { LanguageCode } from '../languages.ts'

const at = new Date('2026-11-21T12:00:00Z')
const record = { kind: 'notice', id: 'reading-room' }

describe('the texts of a record', () => {
  let db: Db
  before(async () => {
    db = await testDatabase()
  })

  const source = (text: string, language: LanguageCode = 'en') =>
    db
      .transaction()
      .execute((tx) => writeSource(tx, { ...record, field: 'body', language, text }, 'amina', at))
  const translate = (language: LanguageCode, texts: Record<number, string>, by = 'chen') =>
    db.transaction().execute((tx) => {
      const segments: SegmentWrite[] = Object.entries(texts).map(([segment, text]) => ({
        field: 'body',
        segment: Number(segment),
        text,
      }))
      return writeTranslation(tx, { ...record, language, segments }, by, at)
    })
  const faults = async () => (await verifyHistory(db, { texts: textParts })).faults
  const read = async (language: LanguageCode) =>
    (await textsOf(db, [record], language)).get(record.kind, record.id)['body']
  const segments = async () =>
    (
      await db
        .selectFrom('text_segments')
        .select(['segment', 'source'])
        .where('id', '=', record.id)
        .orderBy('place')
        .execute()
    ).map(({ segment, source }) => [segment, source])

  test('is shown in its own language to those for whom there is no other', async () => {
    await source('The room opens at nine. It closes at five.')
    const shown = await read('fr')
    assert.deepEqual(shown, {
      text: 'The room opens at nine. It closes at five.',
      language: 'en',
      state: 'missing',
      original: 'en',
      isFallback: true,
    })
    assert.equal((await read('en'))?.state, 'original')
  })

  test('is whole in a language only when each of its segments is', async () => {
    assert.equal(await translate('fr', { 1: 'La salle ouvre à neuf heures.' }), 1)
    assert.equal((await read('fr'))?.isFallback, true)
    await translate('fr', { 2: 'Elle ferme à cinq heures.' })
    const shown = await read('fr')
    assert.equal(shown?.text, 'La salle ouvre à neuf heures. Elle ferme à cinq heures.')
    assert.equal(shown?.state, 'human')
    await translate('zh', { 1: '阅览室九点开放。', 2: '五点关闭。' })
    assert.equal((await read('zh'))?.text, '阅览室九点开放。五点关闭。')
  })

  test('is reviewed by another person than its translator', async () => {
    const review = (by: string) =>
      db.transaction().execute((tx) => reviewTranslation(tx, { ...record, language: 'fr' }, by, at))
    assert.equal(await review('chen'), 0)
    assert.equal(await review('sara'), 2)
    assert.equal((await read('fr'))?.state, 'reviewed')
  })

  test('is outdated only where an edit touched it', async () => {
    await source('The room opens at ten. It closes at five. Entry is free.')
    assert.deepEqual(await segments(), [
      [1, 'The room opens at ten.'],
      [2, 'It closes at five.'],
      [3, 'Entry is free.'],
    ])
    const states = await db
      .selectFrom('text_translations')
      .select(['segment', 'state'])
      .where('language', '=', 'fr')
      .orderBy('segment')
      .execute()
    assert.deepEqual(states, [
      { segment: 1, state: 'outdated' },
      { segment: 2, state: 'reviewed' },
    ])
    assert.equal((await read('fr'))?.state, 'missing')
  })

  test('is as good as before when the edit is taken back', async () => {
    await source('The room opens at nine. It closes at five.')
    assert.equal((await read('fr'))?.state, 'reviewed')
    assert.equal((await read('zh'))?.state, 'human')
  })

  test('is never written over by a machine where a person wrote', async () => {
    const machine = (language: LanguageCode) =>
      db.transaction().execute((tx) =>
        writeMachineTranslation(
          tx,
          {
            ...record,
            language,
            engine: 'engine',
            segments: [1, 2].map((segment) => ({ field: 'body', segment, text: `machine ${segment}` })),
          },
          'sara',
          at,
        ),
      )
    await translate('es', { 1: 'La sala abre a las nueve.' })
    assert.equal(await machine('es'), 1)
    assert.equal(await machine('fr'), 0)
    assert.equal((await read('es'))?.state, 'machine')
    assert.equal((await read('es'))?.text, 'La sala abre a las nueve. machine 2')
    await assert.rejects(
      db
        .updateTable('text_translations')
        .set({ state: 'machine', engine: 'engine' })
        .where('language', '=', 'es')
        .where('segment', '=', 1)
        .execute(),
      /must not write over/,
    )
  })

  test('counts its versions, and nothing when nothing changes', async () => {
    const version = async () =>
      (
        await db
          .selectFrom('text_languages')
          .select('version')
          .where('id', '=', record.id)
          .where('language', '=', 'es')
          .executeTakeFirstOrThrow()
      ).version
    const before = await version()
    await source('The room opens at nine. It closes at five.')
    await translate('es', { 1: 'La sala abre a las nueve.' })
    assert.equal(await version(), before)
    await translate('es', { 2: 'Cierra a las cinco.' })
    assert.equal(await version(), before + 1)
    assert.equal((await read('es'))?.state, 'human')
  })

  test('stand in the history', async () => {
    assert.deepEqual(await faults(), [])
  })

  test('are seen by others when only that changes, and the history tells', async () => {
    const text = 'The room opens at nine. It closes at five.'
    const lines = async () => (await db.selectFrom('history').select('seq').execute()).length
    const before = await lines()
    await db
      .transaction()
      .execute((tx) =>
        writeSource(
          tx,
          { ...record, field: 'body', language: 'en', text, visibility: 'secretariat' },
          'amina',
          at,
        ),
      )
    assert.equal(await lines(), before + 1)
    const levels = await db.selectFrom('text_languages').select('visibility').distinct().execute()
    assert.deepEqual(levels, [{ visibility: 'secretariat' }])
    assert.deepEqual(await faults(), [])
  })

  test('go with their record', async () => {
    await db.transaction().execute((tx) => removeTexts(tx, [record], 'amina', at))
    assert.equal(await read('en'), undefined)
    assert.deepEqual(await faults(), [])
  })

  test('of an author who says in one sentence what took two are outdated as a whole, when either is edited', async () => {
    const place = { kind: 'notice', id: 'library', field: 'body', language: 'en' as const }
    const write = (text: string, fr?: string) =>
      db
        .transaction()
        .execute((tx) => writeSource(tx, { ...place, text, ...(fr ? { alsoIn: { fr } } : {}) }, 'amina', at))
    const french = async () => (await textsOf(db, [place], 'fr')).get('notice', 'library')['body']
    const said = 'La bibliothèque ouvre à neuf heures et ferme à cinq.'
    await write('The library opens at nine. It closes at five.', said)
    await write('The library opens at nine. It closes at six.')
    assert.deepEqual([(await french())?.text, (await french())?.state], [said, 'outdated'])
    await write('The library opens at nine. It closes at six.', said.replace('cinq', 'six'))
    assert.equal((await french())?.state, 'original')
    assert.deepEqual(await faults(), [])
  })

  test('of many records are written with one line of history, in several languages of their author', async () => {
    const many = Array.from({ length: 900 }, (_, number) => ({
      kind: 'notice',
      id: `n${number}`,
      field: 'title',
      language: 'en' as const,
      text: `Notice ${number}`,
      alsoIn: { ar: `إشعار ${number}` },
    }))
    const lines = async () => (await db.selectFrom('history').select('seq').execute()).length
    const before = await lines()
    await db.transaction().execute((tx) => writeSources(tx, { bundle: 'all', texts: many }, 'amina', at))
    assert.equal((await lines()) - before, 1)
    const texts = await textsOf(db, [{ kind: 'notice', id: 'n7' }], 'ar')
    assert.deepEqual(texts.get('notice', 'n7')['title'], {
      text: 'إشعار 7',
      language: 'ar',
      state: 'original',
      original: 'en',
      isFallback: false,
    })
    assert.deepEqual(await faults(), [])
  })

  test('are not changed behind the history without its telling', async () => {
    await db
      .updateTable('text_translations')
      .set({ text: 'x' })
      .where('id', '=', 'n7')
      .where('language', '=', 'ar')
      .execute()
    const found = await faults()
    assert.deepEqual(
      found.flatMap(({ subject, parts }) => (subject === 'texts all' ? parts : [])),
      ['texts notice n7'],
    )
  })
})
