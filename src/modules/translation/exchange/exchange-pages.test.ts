import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import type { Actor } from '#platform/access/actor.ts'
import { writeSource } from '#platform/texts/texts.ts'
import { person, testSite, type TestSite } from '../../../../test/test-site.ts'

const at = new Date('2026-11-20T12:00:00Z')
const translator = (id: string): Actor => person(id, { role: 'translator', scope: null })
const id = 'pp-140-dubai-2018/resolves/1#1'
const record = { kind: 'duty', id }

describe('files of translations', () => {
  let site: TestSite
  before(async () => {
    site = await testSite()
    await source('A list of 12 reading rooms. It is public.')
  })

  const source = (text: string) =>
    site.db
      .transaction()
      .execute((tx) =>
        writeSource(tx, { ...record, field: 'deliverable', language: 'en', text }, 'amina', at),
      )
  const taken = async (ending: '.xlf' | '.csv') =>
    (await site.get(`/en/translation/segments${ending}?language=ar&kind=duty&id=${encodeURIComponent(id)}`))
      .text
  const bring = async (name: string, text: string, actor = translator('chen')) => {
    const bytes = new TextEncoder().encode(text)
    const sent = await site.as(actor).post('/en/translation/exchange', {}, { file: { name, bytes } })
    if (sent.status !== 303) return { status: sent.status, text: sent.text, lines: [] }
    const report = await site.as(actor).get(`${sent.location}.json`)
    const { segments } = JSON.parse(report.text) as {
      segments: { segment: number; outcome: { code: string }; reason: { code: string } | null }[]
    }
    const lines = segments.map(({ outcome, reason }) => reason?.code ?? outcome.code)
    return { status: sent.status, text: '', lines }
  }
  const translated = async () =>
    (
      await site.db
        .selectFrom('text_translations')
        .select(['segment', 'text', 'state'])
        .where('language', '=', 'ar')
        .orderBy('segment')
        .execute()
    ).map(({ segment, text, state }) => `${segment} ${state} ${text}`)

  test('come back with what a translator wrote in their own program', async () => {
    const file = (await taken('.xlf'))
      .replace('</source></segment>', '</source><target>قائمة تضم 12 قاعة مطالعة.</target></segment>')
      .replace('state="initial"', 'state="translated"')
    assert.match(file, /srcLang="en" trgLang="ar"/)
    assert.deepEqual((await bring('a.xlf', file)).lines, ['accepted', 'unchanged'])
    assert.deepEqual(await translated(), ['1 human قائمة تضم 12 قاعة مطالعة.'])
  })

  test('change nothing when they come back as they went out', async () => {
    const lines = async () =>
      (await site.db.selectFrom('history').select('seq').where('act', '=', 'translation.translate').execute())
        .length
    const before = await lines()
    assert.deepEqual((await bring('a.xlf', await taken('.xlf'))).lines, ['unchanged', 'unchanged'])
    assert.deepEqual((await bring('a.csv', await taken('.csv'))).lines, ['unchanged', 'unchanged'])
    assert.equal(await lines(), before)
  })

  test('never write over what changed here meanwhile, and say so segment by segment', async () => {
    const table = await taken('.csv')
    const late = table
      .replace('قاعة مطالعة', 'مكتبة')
      .replace('"It is public.",,', '"It is public.","وهي عامة.",')
    await site.as(translator('sara')).post(`/en/translation/ar/duty/${encodeURIComponent(id)}`, {
      'deliverable-1': 'قائمة بـ 12 قاعة مطالعة.',
    })
    assert.deepEqual((await bring('late.csv', late)).lines, ['changed-meanwhile', 'accepted'])
    await source('A list of 14 reading rooms. It is public.')
    assert.deepEqual((await bring('late.csv', late)).lines, ['source-changed', 'unchanged'])
    assert.deepEqual(await translated(), ['1 outdated قائمة بـ 12 قاعة مطالعة.', '2 human وهي عامة.'])
  })

  test('are refused whole when they cannot be read, and nothing of them stays', async () => {
    const kept = async () => (await site.db.selectFrom('stored_files').select('checksum').execute()).length
    const before = await kept()
    const bomb = await bring('bomb.xlf', '<!DOCTYPE x [<!ENTITY a "aa">]><xliff>&a;</xliff>')
    assert.equal(bomb.status, 422)
    assert.match(bomb.text, /document type/)
    assert.equal((await bring('x.csv', 'a,b\n')).status, 422)
    assert.equal((await bring('x.exe', 'MZ')).status, 422)
    assert.equal(await kept(), before)
  })

  test('are refused segment by segment for whoever may not translate the record', async () => {
    const file = (await taken('.csv')).replace('وهي عامة.', 'وهي مفتوحة.')
    const { lines } = await bring('a.csv', file, person('somebody'))
    assert.deepEqual(lines, ['not-permitted', 'not-permitted'])
  })

  test('keep their report from others', async () => {
    const own = await site.db
      .selectFrom('translation_imports')
      .select('id')
      .where('by', '=', 'chen')
      .executeTakeFirstOrThrow()
    assert.equal((await site.as(person('somebody')).get(`/en/translation/exchange/${own.id}`)).status, 404)
    assert.equal((await site.as(translator('chen')).get(`/ar/translation/exchange/${own.id}`)).status, 200)
  })

  test('hold one source language each, and say so', async () => {
    await site.db
      .transaction()
      .execute((tx) =>
        writeSource(
          tx,
          { ...record, id: `${id.slice(0, -1)}2`, field: 'verb', language: 'fr', text: 'tenir' },
          'amina',
          at,
        ),
      )
    const answer = await site.get('/en/translation/segments.xlf?language=ar')
    assert.equal(answer.status, 400)
    assert.match(answer.text, /"validValues":\["en","fr"\]/)
    assert.equal((await site.get('/en/translation/segments.xlf?language=ar&from=fr')).status, 200)
  })
})
