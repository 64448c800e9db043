import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { person, testSite, type SignedIn, type TestSite } from '../../../../test/test-site.ts'

const place = 'wtsa-75-hammamet-2016/instructs-director-tsb/6/1'
const page = `/duties/${place}`
const form = `/en/keeping/evidence/${place}`
const common = {
  shows: 'The report was sent.',
  happened: '2026-10-01',
  visibility: 'public',
  occurrences: ['2026'],
}

type Fields = Record<string, string | string[]>

let site: TestSite
let as: Record<'amina' | 'eve', SignedIn>

async function freshSite() {
  site = await testSite()
  as = {
    amina: site.as(person('amina', { role: 'focal-point', scope: 'body:itu-tsb' })),
    eve: site.as(person('eve')),
  }
}

const bytesOf = (text: string) => new TextEncoder().encode(text)
const idOf = (location: string | null) => /evidence\/([0-9a-f-]{36})/.exec(location ?? '')?.[1] ?? ''

describe('what is sent as evidence', () => {
  before(freshSite)

  for (const [what, fields, field] of [
    ['no words', { kind: 'file', shows: '' }, 'shows'],
    ['a day to come', { kind: 'record', record: page, happened: '2027-01-01' }, 'happened'],
    ['no day', { kind: 'record', record: page, happened: '2026-02-30' }, 'happened'],
    [
      'a due date that the duty has not',
      { kind: 'record', record: page, occurrences: ['1990'] },
      'occurrences',
    ],
    ['no due date', { kind: 'record', record: page, occurrences: [] }, 'occurrences'],
    ['a record that does not exist', { kind: 'record', record: '/revisions/nothing' }, 'record'],
    ['a record of another site', { kind: 'record', record: 'https://example.org/en/bodies/itu' }, 'record'],
    [
      'a script as address',
      { kind: 'address', url: 'javascript:alert(1)', title: 'x', seen: '2026-01-01' },
      'url',
    ],
    [
      'an address without title',
      { kind: 'address', url: 'https://example.org', seen: '2026-01-01' },
      'title',
    ],
    ['no file', { kind: 'file' }, 'file'],
    ['another kind', { kind: 'rumour' }, 'kind'],
    ['a level that does not exist', { kind: 'record', record: page, visibility: 'nobody' }, 'visibility'],
    ['somebody else’s name', { kind: 'record', record: page, behalf: 'body:itu-bdt' }, 'behalf'],
    ['words without end', { kind: 'record', record: page, shows: 'x'.repeat(10_001) }, 'shows'],
  ] as const) {
    test(`is refused with ${what}, by its field; what was typed stays and nothing is stored`, async () => {
      const { status, text } = await as.amina.post(form, {
        ...common,
        title: '',
        ...(fields as unknown as Fields),
      })
      assert.equal(status, 422)
      assert.match(text, new RegExp(`href="#f-${field}"`))
      if (!('shows' in fields)) assert.match(text, /The report was sent\./)
      assert.deepEqual(await site.db.selectFrom('evidence').select('id').execute(), [])
    })
  }

  test('is refused when a file is not what its name says, or of a kind that is not taken', async () => {
    for (const [name, text] of [
      ['report.pdf', 'MZ this is a program'],
      ['program.exe', 'MZ'],
      ['table.xlsx', 'not a zip'],
      ['page.svg', '<svg onload="alert(1)"/>'],
      ['noending', 'text'],
    ] as const) {
      const answer = await as.amina.post(
        form,
        { ...common, kind: 'file' },
        { file: { name, bytes: bytesOf(text) } },
      )
      assert.equal(answer.status, 422, name)
      assert.match(answer.text, /href="#f-file"/, name)
    }
  })

  test('keeps no path and no trick of a file’s name', async () => {
    const names = [
      '../../etc/passwd.txt',
      'C:\\windows\\evil.txt',
      'a"b\r\nSet-Cookie: x.txt',
      '\u202Etxt.exe.txt',
      '<b>.txt',
    ]
    for (const name of names) {
      const answer = await as.amina.post(
        form,
        { ...common, kind: 'file' },
        { file: { name, bytes: bytesOf(name) } },
      )
      assert.equal(answer.status, 303, name)
      const download = await site.ask(`/en/evidence/${idOf(answer.location)}/file`)
      const disposition = download.headers.get('Content-Disposition') ?? ''
      assert.deepEqual(
        [download.status, /[\r\n]|\.\.|\/|\\(?!")|\u202E|<b>/.test(disposition)],
        [200, false],
        disposition,
      )
      assert.equal(download.headers.get('Set-Cookie'), null)
    }
  })

  test('is taken as data too, and refused as data', async () => {
    const path = `/en/keeping/evidence/${place}`
    const good = await as.amina.json(path, { ...common, kind: 'record', record: page })
    assert.equal(good.status, 200)
    const bad = await as.amina.json(path, { ...common, kind: 'record', record: 'x' })
    assert.deepEqual(
      [bad.status, (bad.body as { errors: { field: string }[] }).errors.map(({ field }) => field)],
      [422, ['record']],
    )
    assert.equal((await as.eve.json(path, { ...common, kind: 'record', record: page })).status, 403)
  })
})
