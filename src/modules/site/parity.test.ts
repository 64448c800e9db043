import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { textStates, writeSource } from '#platform/texts/texts.ts'
import { testSite, type TestSite } from '../../../test/test-site.ts'
import type { ParityRecord } from './parity-shape.ts'

const at = new Date('2026-11-20T12:00:00Z')

describe('language parity', () => {
  let site: TestSite
  let rows: ParityRecord[] = []
  const id = 'pp-140-dubai-2018/resolves/1#1'

  before(async () => {
    site = await testSite()
    const write = (of: string, visibility: 'public' | 'secretariat') =>
      site.db
        .transaction()
        .execute((tx) =>
          writeSource(
            tx,
            { kind: 'duty', id: of, field: 'verb', language: 'fr', text: 'tenir', visibility },
            'amina',
            at,
          ),
        )
    await write(id, 'public')
    await write(`${id.slice(0, -1)}2`, 'secretariat')
    rows = ((await site.json('/en/languages.json')) as { rows: ParityRecord[] }).rows
  })

  test('counts the words of the site and of its mails, records and documents, in six languages', () => {
    assert.deepEqual(
      [...new Set(rows.map(({ group }) => group.code))],
      ['interface', 'mail', 'record', 'document'],
    )
    assert.equal(rows.length % 6, 0)
    assert.equal(
      rows.filter(({ group, counts }) => group.code === 'interface' && counts.missing > 0).length,
      0,
    )
  })

  test('opens, at every number, as many texts as it says', async () => {
    for (const row of rows) {
      for (const state of textStates) {
        if (row.counts[state] === 0) continue
        const opened = (await site.json(`/en${row.opens.replace('?', '.json?')}&state=${state}&limit=1`)) as {
          total: number
        }
        assert.equal(opened.total, row.counts[state], `${row.kind.code} ${row.language} ${state}`)
      }
    }
  })

  test('asks roles to act, with the way to the work, and counts nothing hidden', () => {
    const arabic = rows.find(({ kind, language }) => kind.code === 'duty' && language === 'ar')
    assert.equal(arabic?.counts.missing, 1)
    assert.deepEqual(arabic?.asked?.role.code, 'translator')
    assert.equal(arabic?.asked?.path, '/translation?kind=duty&language=ar')
    const official = rows.find(({ kind }) => kind.code === 'official-text')
    assert.equal(official?.asked?.role.code, 'secretariat')
  })

  test('opens as a page in every language', async () => {
    assert.equal((await site.get('/ar/languages')).status, 200)
    assert.equal((await site.get('/zh/languages/texts?kind=duty&language=ar&state=missing')).status, 200)
    assert.equal((await site.get('/ru/languages/texts')).status, 200)
    assert.equal((await site.get('/en/languages/texts?kind=nothing')).status, 400)
  })
})
