import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { before, describe, test } from 'node:test'
import { insertPeople, newOrganization } from '../../../../test/accounts-samples.ts'
import { putActivities } from '../../../../test/published-activities.ts'
import { partOf, partsOf, rowsOf } from '../../../../test/sheet-parts.ts'
import { testDay, testSite, type TestSite } from '../../../../test/test-site.ts'
import { messageFolders } from '../../../site.ts'
import { readCatalogues, translators } from '#platform/messages.ts'
import { readSettings } from '#platform/settings.ts'
import { makeDownloads } from './download-commands.ts'

const hostile = {
  title: '=HYPERLINK("http://evil.example","click")',
  summary: 'A, "quoted" text\r\nof two lines; with ]]> and <b>&amp; \u0001\u0000\uFFFE'.replaceAll(
    '\u0000',
    '',
  ),
  objective: '\u202Edesrever\u202C +1+1',
  content: '@SUM(A1)\t|',
}

/** Words that no reader may ever meet. */
const secrets = [
  'SECRETDRAFT',
  'SECRETNOTE',
  'SECRETCONTACT',
  'SECRETREASON',
  'SECRETNAME',
  'SECRETUPDATE',
  'SECRETPERSON',
]

describe('the files of the whole register', () => {
  let site: TestSite
  const settings = readSettings({ PUBLIC_URL: 'https://actionline.test' }, '/')
  const translate = translators(readCatalogues(messageFolders()))
  const make = (day = testDay) =>
    makeDownloads({
      db: site.db,
      settings,
      translate,
      now: () => new Date(`${day}T12:00:00Z`),
      isStopping: () => false,
    })
  const file = async (name: string, headers: Record<string, string> = {}) => {
    const answer = await site.ask(`/downloads/${name}`, headers)
    return { answer, bytes: Buffer.from(await answer.arrayBuffer()) }
  }

  before(async () => {
    site = await testSite()
    await insertPeople(site.db, ['amina', 'olga'])
    await newOrganization(site.db, {
      id: 'harbour-office',
      name: { en: 'Harbour Office', fr: 'Bureau du port' },
    })
    await newOrganization(site.db, {
      id: 'hidden-office',
      name: { en: 'SECRETNAME' },
      visibility: 'secretariat',
    })
    await putActivities(site.db, [
      {
        id: 'aaaaaaaaaa',
        organization: 'harbour-office',
        language: 'fr',
        content: {
          ...hostile,
          type: 'project',
          countries: ['TV', 'KI'],
          actionLines: [{ code: 'C2', why: '=1+1; "so"', themes: ['C2.4'] }],
          sdgs: [
            { code: '9.c', why: 'Because of the network.' },
            { code: '4', why: '' },
          ],
          budget: { amount: 120_000.5, currency: 'CHF' },
        },
        licence: 'CC-BY-SA-4.0',
      },
      {
        id: 'bbbbbbbbbb',
        state: 'update-pending',
        organization: 'hidden-office',
        content: { title: 'Waiting for its update' },
        work: { title: 'SECRETUPDATE' },
        example: true,
      },
      { id: 'cccccccccc', state: 'archived', licence: 'CC0-1.0' },
      { id: 'dddddddddd', state: 'draft', content: { title: 'SECRETDRAFT' } },
      {
        id: 'ffffffffff',
        state: 'submitted',
        organization: 'harbour-office',
        content: { title: 'SECRETDRAFT' },
      },
    ])
    await site.db
      .updateTable('activities')
      .set({
        returned: JSON.stringify({ reasons: ['unclear'], words: 'SECRETREASON' }),
        external_key: 'SECRETNOTE',
        contributor: 'SECRETPERSON',
      })
      .where('id', '=', 'aaaaaaaaaa')
      .execute()
    await site.db
      .insertInto('activity_contacts')
      .values({ activity: 'aaaaaaaaaa', first_name: 'SECRETCONTACT', email: 'SECRETCONTACT@example.org' })
      .execute()
    await site.db
      .insertInto('activity_notes')
      .values({ id: 'n1', activity: 'aaaaaaaaaa', author: 'olga', words: 'SECRETNOTE', noted_at: new Date() })
      .execute()
    await site.db
      .insertInto('text_languages')
      .values({
        kind: 'activity',
        id: 'aaaaaaaaaa',
        language: 'es',
        has_source: false,
        original: 'fr',
        state: 'machine',
        since: new Date(),
        version: 1,
        visibility: 'public',
        segments: 1,
        counts: JSON.stringify({ original: 0, reviewed: 0, human: 0, machine: 1, outdated: 0, missing: 0 }),
        texts: JSON.stringify({ title: { text: '-Barcos', state: 'machine', isSource: false } }),
      })
      .execute()
    await make()
  })

  test('are told of with size, rows, checksum and licences, and have what they tell', async () => {
    const told = (await site.json('/en/downloads.json')) as {
      days: {
        day: string
        entries: number
        files: { address: string; size: number; rows: number; sha256: string }[]
      }[]
      licences: { licence: string; entries: number }[]
    }
    const [today] = told.days
    assert.deepEqual([told.days.length, today?.day, today?.entries], [1, testDay, 3])
    assert.deepEqual(
      told.licences.map(({ licence, entries }) => [licence, entries]),
      [
        ['CC-BY-4.0', 1],
        ['CC-BY-SA-4.0', 1],
        ['CC0-1.0', 1],
      ],
    )
    const sums = (await file('SHA256SUMS')).bytes.toString()
    for (const { address, size, rows, sha256 } of today?.files ?? []) {
      const name = address.slice('https://actionline.test/downloads/'.length)
      const { answer, bytes } = await file(name)
      assert.equal(answer.status, 200)
      assert.deepEqual(
        [bytes.length, rows, createHash('sha256').update(bytes).digest('hex')],
        [size, 3, sha256],
      )
      assert.ok(sums.includes(`${sha256}  ${name}\n`))
    }
    const page = await site.get('/ar/downloads')
    assert.match(page.text, /SHA256SUMS/)
    assert.match(page.text, /"@type":"Dataset"/)
  })

  test('say all of each public entry, with its licence, its tags and why, its titles and its mark', async () => {
    const lines = (await file(`activities-${testDay}.jsonl`)).bytes.toString().trimEnd().split('\n')
    const [first, second, third] = lines.map((line) => JSON.parse(line) as Record<string, unknown>)
    assert.equal(lines.length, 3)
    assert.equal(first?.['title'], hostile.title)
    assert.equal(first?.['summary'], hostile.summary)
    assert.equal(first?.['address'], 'https://actionline.test/activities/aaaaaaaaaa')
    assert.deepEqual(first?.['titles'], [{ language: 'es', title: '-Barcos', state: 'machine' }])
    assert.deepEqual(first?.['actionLines'], [{ code: 'C2', why: '=1+1; "so"', themes: ['C2.4'] }])
    assert.equal(first?.['licenceAddress'], 'https://creativecommons.org/licenses/by-sa/4.0/')
    assert.deepEqual([second?.['organization'], second?.['example']], [null, true])
    assert.equal(third?.['state'], 'archived')
  })

  test('as CSV and XLSX give back every text as it was typed, and no cell is a formula', async () => {
    const csv = (await file(`activities-${testDay}.csv`)).bytes
    assert.match(csv.toString(), /"'=HYPERLINK\(""http/)
    assert.match(csv.toString(), /,'-Barcos,/)
    const xlsx = (await file(`activities-${testDay}.xlsx`)).bytes
    const sheet = await partOf(xlsx, 'xl/worksheets/sheet1.xml')
    assert.doesNotMatch(sheet, /<f>/)
    for (const [bytes, name] of [
      [csv, 'bridges.csv'],
      [xlsx, 'bridges.xlsx'],
    ] as const) {
      const rows = await rowsOf(bytes, {}, name)
      assert.equal(rows.length, 3, name)
      const cells = rows[0]?.[1] ?? {}
      assert.equal(cells['title'], hostile.title)
      assert.equal(cells['summary'], hostile.summary)
      assert.equal(cells['title_es'], '-Barcos')
      assert.equal(cells['titles_unchecked'], 'es')
      assert.equal(cells['organization_name'], 'Bureau du port')
      assert.equal(cells['sdgs'], '9.c; 4')
      assert.equal(cells['budget_amount'], '120000.5')
      assert.equal(cells['licence'], 'CC-BY-SA-4.0')
    }
    assert.match(csv.toString(), /"Because of the network\.; """"/)
    assert.match(await partOf(xlsx, 'xl/worksheets/sheet2.xml'), /Because of the network/)
  })

  test('as a Data Package describe every column of every table, in six languages', async () => {
    const zip = (await file(`activities-${testDay}.zip`)).bytes
    const described = JSON.parse(await partOf(zip, 'datapackage.json')) as {
      licenses: { name: string }[]
      resources: { path: string; schema: { fields: { name: string; description: string }[] } }[]
    }
    const fields = await partOf(zip, 'fields.csv')
    for (const { path, schema } of described.resources) {
      const [header = ''] = (await partOf(zip, path)).split('\r\n')
      assert.deepEqual(
        header.split(','),
        schema.fields.map(({ name }) => name),
        path,
      )
      for (const { name } of schema.fields)
        assert.ok(fields.includes(`\r\n${path.replace('.csv', '')},${name},`), `${path} ${name}`)
    }
    assert.match(fields, /Pays de l’organisation/)
    assert.deepEqual(described.licenses.map(({ name }) => name).toSorted(), [
      'CC-BY-4.0',
      'CC-BY-SA-4.0',
      'CC0-1.0',
    ])
    assert.match(await partOf(zip, 'codes.csv'), /\r\naction-lines,C2,/)
    assert.match(await partOf(zip, 'titles.csv'), /aaaaaaaaaa,es,'-Barcos,machine/)
  })

  test('never hold a draft, an update that waits, a note, a reason, a contact or a hidden organization', async () => {
    for (const form of ['csv', 'jsonl', 'xlsx', 'zip']) {
      const { bytes } = await file(`activities-${testDay}.${form}`)
      const texts = form === 'xlsx' || form === 'zip' ? await partsOf(bytes) : [bytes.toString()]
      for (const text of texts)
        for (const secret of [...secrets, 'dddddddddd', 'ffffffffff'])
          assert.ok(!text.includes(secret), `${form}: ${secret}`)
    }
  })

  test('go on where a broken line ended, and are not sent twice', async () => {
    const whole = await file(`activities-${testDay}.jsonl`)
    const etag = whole.answer.headers.get('ETag') ?? ''
    const rest = await file(`activities-${testDay}.jsonl`, { Range: 'bytes=100-', 'If-Range': etag })
    assert.equal(rest.answer.status, 206)
    assert.deepEqual(rest.bytes, whole.bytes.subarray(100))
    const end = await file(`activities-${testDay}.jsonl`, { Range: 'bytes=-7' })
    assert.deepEqual(end.bytes, whole.bytes.subarray(-7))
    const middle = await file(`activities-${testDay}.jsonl`, { Range: 'bytes=3-9' })
    assert.deepEqual(
      [middle.bytes, middle.answer.headers.get('Content-Range')],
      [whole.bytes.subarray(3, 10), `bytes 3-9/${whole.bytes.length}`],
    )
    assert.equal((await file(`activities-${testDay}.jsonl`, { Range: 'bytes=99999999-' })).answer.status, 416)
    const other = await file(`activities-${testDay}.jsonl`, { Range: 'bytes=100-', 'If-Range': '"other"' })
    assert.equal(other.answer.status, 200)
    assert.equal((await file(`activities-${testDay}.jsonl`, { 'If-None-Match': etag })).answer.status, 304)
  })

  test('have one address that leads to the latest, and none for what is not there', async () => {
    const { answer } = await file('activities-latest.csv')
    assert.deepEqual(
      [answer.status, answer.headers.get('Location')],
      [302, `https://actionline.test/downloads/activities-${testDay}.csv`],
    )
    for (const name of [
      'activities-2020-01-01.csv',
      'activities-latest.exe',
      'x',
      '..%2Fx',
      `activities-${testDay}.html`,
    ])
      assert.equal((await file(name)).answer.status, 404, name)
  })

  test('are made once a day and only when something has happened; seven are kept', async () => {
    assert.equal(await make(), null)
    assert.equal(await make('2026-11-22'), null)
    for (let day = 1; day <= 9; day += 1) {
      await putActivities(site.db, [{ id: `eeeeeeeee${day}`, at: new Date(`2026-12-0${day}T01:00:00Z`) }])
      assert.equal((await make(`2026-12-0${day}`))?.entries, 3 + day)
    }
    const kept = await site.db.selectFrom('downloads').select('day').orderBy('day').execute()
    assert.deepEqual([kept.length, kept[0]?.day], [7, '2026-12-03'])
    const builds = await site.db.selectFrom('download_parts').select('build').distinct().execute()
    assert.equal(builds.length, 7)
    assert.equal((await file(`activities-${testDay}.csv`)).answer.status, 404)
  })
})
