import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { verifyHistory } from '#platform/history.ts'
import { person, testSite, type SignedIn, type TestSite } from '../../../../test/test-site.ts'
import { modules } from '../../../modules.ts'
import { dutyPageShape } from '../keeping/duty-page-shape.ts'
import { evidencePageShape } from './evidence-page-shape.ts'
import type { EvidenceRecord } from './evidence-shape.ts'

const place = 'wtsa-75-hammamet-2016/instructs-director-tsb/6/1'
const page = `/duties/${place}`
const form = `/en/keeping/evidence/${place}`

const people = {
  amina: person('amina', { role: 'focal-point', scope: 'body:itu-tsb' }),
  boris: person('boris', { role: 'verifier', scope: null }),
  faruk: person('faruk', { role: 'verifier', scope: null }, { role: 'focal-point', scope: 'body:itu-tsb' }),
  chen: person('chen', { role: 'secretariat', scope: null }),
  dina: person('dina', { role: 'delegate', scope: 'organization:example' }),
  eve: person('eve'),
}

let site: TestSite
let as: Record<keyof typeof people, SignedIn>

async function freshSite() {
  site = await testSite()
  as = Object.fromEntries(Object.entries(people).map(([name, actor]) => [name, site.as(actor)])) as typeof as
}

const bytesOf = (text: string) => new TextEncoder().encode(text)
const pdf = { name: 'report.pdf', bytes: bytesOf('%PDF-1.4 a report') }
const common = {
  shows: 'The report was sent.',
  happened: '2026-10-01',
  visibility: 'public',
  occurrences: ['2026'],
}
// Somebody signed in: what a visitor is told may be a second old.
const dataOf = async (path: string) => JSON.parse((await as.eve.get(`${path}.json`)).text) as unknown
const duty = async () => dutyPageShape.parse(await dataOf(`/en${page}`))
const stateIn2026 = async () => (await duty()).dueDates.find(({ key }) => key === '2026')?.state.code
const idOf = (location: string | null) => /evidence\/([0-9a-f-]{36})/.exec(location ?? '')?.[1] ?? ''
const strengthOf = async (id: string) =>
  evidencePageShape.parse(await dataOf(`/en/evidence/${id}`)).strength.code

async function added(fields: Record<string, string | string[]>, file?: typeof pdf) {
  const answer = await as.amina.post(form, { ...common, ...fields }, file ? { file } : undefined)
  assert.equal(answer.status, 303, answer.text.slice(0, 3000))
  return idOf(answer.location)
}

describe('evidence of a duty', () => {
  let file: string
  let address: string
  let record: string

  before(async () => {
    await freshSite()
    file = await added({ kind: 'file' }, pdf)
    address = await added({
      kind: 'address',
      url: 'https://www.example.org/a',
      title: 'A page',
      seen: '2026-10-02',
      happened: '2024-01-01',
    })
    record = await added({
      kind: 'record',
      record: '/fr/revisions/pp-140-dubai-2018/resolves/1?x=1',
      happened: '2023-01-01',
      occurrences: ['2024'],
    })
  })

  test('is documented when there is something to look at, and only then makes a due date delivered', async () => {
    assert.deepEqual(
      [await strengthOf(file), await strengthOf(address), await strengthOf(record)],
      ['documented', 'reported', 'documented'],
    )
    assert.equal(await stateIn2026(), 'delivered')
    const shown = (await site.json(`/ar/evidence/${record}.json`)) as EvidenceRecord
    assert.deepEqual(
      [shown.record?.kind, shown.record?.path],
      ['provision', '/revisions/pp-140-dubai-2018/resolves/1'],
    )
  })

  test('says how old it is', async () => {
    const { evidence, support } = await duty()
    assert.deepEqual(
      evidence.map(({ id, age }) => [id, age.code]),
      [
        [file, 'fresh'],
        [address, 'old'],
        [record, 'old'],
      ],
    )
    assert.equal(support, 2)
    assert.match((await site.get(`/en/evidence/${record}`)).text, /old and counts for much less/)
  })

  test('is sent as a file to take away, never shown inside the site', async () => {
    const answer = await site.ask(`/en/evidence/${file}/file`)
    assert.deepEqual(
      [
        answer.status,
        answer.headers.get('Content-Type'),
        answer.headers.get('X-Content-Type-Options'),
        await answer.text(),
      ],
      [200, 'application/pdf', 'nosniff', '%PDF-1.4 a report'],
    )
    assert.match(answer.headers.get('Content-Disposition') ?? '', /^attachment/)
    assert.equal((await site.ask(`/en/evidence/${record}/file`)).status, 404)
  })

  test('is never verified by those who keep it, nor by those who may not', async () => {
    const path = `/en/evidence/${file}/verification`
    const refused = await as.faruk.get(path)
    assert.equal(refused.status, 403)
    assert.match(refused.text, /Nobody judges their own work/)
    assert.deepEqual(
      [(await as.amina.get(path)).status, (await as.dina.get(path)).status, (await as.eve.get(path)).status],
      [403, 403, 403],
    )
    assert.equal((await as.boris.get(`/en/evidence/${address}/verification`)).status, 409)
  })

  test('of five who verify at the same moment, one does and four are told', async () => {
    const path = `/en/evidence/${file}/verification`
    const five = Array.from({ length: 5 }, () => as.boris)
    await Promise.all(five.map((one) => one.get(path)))
    const answers = await Promise.all(five.map((one) => one.post(path)))
    assert.deepEqual(
      answers.map(({ status }) => status).toSorted((a, b) => a - b),
      [303, 409, 409, 409, 409],
    )
    assert.equal(await strengthOf(file), 'verified')
    const lines = await site.db
      .selectFrom('history')
      .select('seq')
      .where('act', '=', 'mandates.verify-evidence')
      .execute()
    assert.equal(lines.length, 1)
  })

  test('counts for nothing while it is contested, and stands as before when that ends', async () => {
    const path = (step: string) => `/en/evidence/${file}/${step}`
    assert.equal((await as.amina.get(path('contest'))).status, 403)
    assert.equal((await as.eve.get(path('contest'))).status, 403)
    assert.equal((await as.dina.post(path('contest'), {})).status, 422)
    assert.equal((await as.dina.post(path('contest'), { text: 'It is of another year.' })).status, 303)
    assert.deepEqual([await strengthOf(file), await stateIn2026()], ['contested', 'due'])
    assert.equal((await as.dina.get(path('contest'))).status, 409)
    const late = await as.dina.send(path('contest'), { text: 'It is not signed.' })
    assert.deepEqual([late.status, /It is not signed\./.test(await late.text())], [409, true])
    assert.equal((await as.dina.get(path('answer'))).status, 403)
    assert.equal((await as.amina.post(path('answer'), { text: 'It covers both years.' })).status, 303)
    assert.match((await as.eve.get(`/en/evidence/${file}`)).text, /It covers both years\./)
    assert.equal((await as.amina.get(path('contest-withdrawal'))).status, 403)
    assert.equal((await as.faruk.get(path('contest-withdrawal'))).status, 403)
    assert.equal((await as.dina.post(path('contest-withdrawal'), { text: 'I see.' })).status, 303)
    assert.deepEqual([await strengthOf(file), await stateIn2026()], ['verified', 'delivered'])
  })

  test('is considered once it is delivered, with the day and the source', async () => {
    const consideration = `/en/keeping/consideration/${place}`
    const said = { occurrence: '2026', body: 'itu-council', on: '2026-11-20', source: 'C26/100' }
    assert.equal((await as.amina.get(consideration)).status, 403)
    const early = await as.chen.post(consideration, { ...said, occurrence: '2025' })
    assert.equal(early.status, 422)
    assert.match(early.text, /a due date for which something was delivered/)
    assert.equal((await as.chen.post(consideration, { ...said, on: '2026-12-24' })).status, 422)
    assert.equal((await as.chen.post(consideration, { ...said, 'source-url': 'javascript:x' })).status, 422)
    assert.equal((await as.chen.post(consideration, said)).status, 303)
    assert.equal(await stateIn2026(), 'considered')
    assert.match((await as.eve.get(`/en${page}`)).text, /C26\/100/)
  })

  test('is corrected with the earlier revision kept, and must then be verified anew', async () => {
    const path = `/en/evidence/${file}/correction`
    const { happened: _, ...rest } = common
    const stale = await as.amina.send(path, {
      ...rest,
      occurrences: '2026',
      happened: '2026-09-01',
      _version: '7',
      _token: /name="_token" value="([^"]*)"/.exec((await as.amina.get(path)).text)?.[1] ?? '',
      shows: 'Typed too late.',
    })
    assert.equal(stale.status, 409)
    assert.match(await stale.text(), /Typed too late\./)
    const corrected = await as.amina.post(path, {
      ...common,
      shows: 'The report was sent in time.',
      reason: 'clearer',
    })
    assert.equal(corrected.status, 303)
    const now = evidencePageShape.parse(await dataOf(`/en/evidence/${file}`))
    assert.deepEqual(
      [now.strength.code, now.revision, now.verified, now.file?.name, now.shows?.text],
      ['documented', 2, null, 'report.pdf', 'The report was sent in time.'],
    )
    assert.deepEqual(
      now.earlier.map(({ revision, shows, reason }) => [revision, shows?.text, reason]),
      [[1, 'The report was sent.', 'clearer']],
    )
  })

  test('becomes documented with an archived copy', async () => {
    const said = { url: 'https://www.example.org/a', title: 'A page', seen: '2026-10-02' }
    const copy = { name: 'page.html', bytes: bytesOf('<script>alert(1)</script>') }
    const answer = await as.amina.post(
      `/en/evidence/${address}/correction`,
      { ...common, ...said },
      { file: copy },
    )
    assert.equal(answer.status, 303)
    assert.equal(await strengthOf(address), 'documented')
    const download = await site.ask(`/en/evidence/${address}/file`)
    assert.match(download.headers.get('Content-Disposition') ?? '', /^attachment/)
    assert.equal(download.headers.get('Content-Security-Policy'), "default-src 'none'; sandbox")
  })

  test('is withdrawn for good, with the reason', async () => {
    const path = `/en/evidence/${record}/withdrawal`
    assert.equal((await as.eve.get(path)).status, 403)
    assert.equal((await as.amina.post(path, {})).status, 422)
    assert.equal((await as.amina.post(path, { text: 'Wrong duty.' })).status, 303)
    assert.equal(await strengthOf(record), 'withdrawn')
    assert.equal((await as.amina.get(`/en/evidence/${record}/correction`)).status, 409)
  })

  test('is accounted for in the history: a row changed by SQL is named', async () => {
    const digests = Object.assign({}, ...modules.map((one) => one.digests ?? {}))
    assert.deepEqual((await verifyHistory(site.db, digests)).faults, [])
    await site.db.updateTable('evidence').set({ happened_on: '2020-01-01' }).where('id', '=', file).execute()
    const faults = (await verifyHistory(site.db, digests)).faults.filter(({ fault }) => fault === 'subject')
    assert.deepEqual(
      faults.map(({ subject, parts }) => [subject, parts]),
      [[`evidence ${file}`, [`evidence ${file}`]]],
    )
  })
})
