import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import type { Visibility } from '#platform/access/visibility.ts'
import { exportedDatasets } from '#modules/mandates/index.ts'
import { samplePaths } from '../../../../test/sample-pages.ts'
import { person, testSite, type SignedIn, type TestSite } from '../../../../test/test-site.ts'
import { considerDuty } from '../keeping/consideration-commands.ts'
import { contestEvidence, withdrawContest } from './contest-commands.ts'
import { addEvidence, correctEvidence } from './evidence-commands.ts'
import { verifyEvidence } from './evidence-step-commands.ts'

const at = new Date('2026-11-21T11:00:00Z')
const duty = 'wtsa-75-hammamet-2016/instructs-director-tsb/6#1'
const page = '/duties/wtsa-75-hammamet-2016/instructs-director-tsb/6/1'
const chen = person('chen', { role: 'secretariat', scope: null })
const boris = person('boris', { role: 'verifier', scope: null })

let site: TestSite
let eve: SignedIn

/** Everything that a visitor, and somebody who only signed in, can read: pages, data, tables, feeds, search, exports. */
async function everything(): Promise<Map<string, string>> {
  const paths = [
    ...samplePaths(site.app),
    page,
    '/revisions/wtsa-75-hammamet-2016/instructs-director-tsb/6',
    '/duties?state=delivered',
    '/duties?state=considered',
    '/duties?revision=wtsa-75-hammamet-2016',
    '/calendar?state=delivered&year=2026',
    '/calendar?state=due&year=2026',
    '/oversight?year=2026',
    '/oversight?body=itu-dir-tsb',
    '/evidence?kind=address',
    '/evidence?strength=verified',
    '/evidence?revision=wtsa-75-hammamet-2016',
    '/search?q=hush-hush',
    '/history?kind=evidence',
    '/history?kind=consideration',
  ]
  const endings = ['', '.json', '.csv', '.atom', '.ics']
  const read = new Map<string, string>()
  for (const path of new Set(paths)) {
    for (const ending of endings) {
      const [bare = '', query] = path.split('?')
      const address = `/en${bare === '/' && ending === '' ? '' : bare}${ending}${query === undefined ? '' : `?${query}`}`
      const answer = await eve.get(address)
      read.set(address, answer.status === 200 ? steady(answer.text) : String(answer.status))
    }
  }
  for (const { name, rows } of exportedDatasets(site.db, at))
    read.set(`export ${name}`, JSON.stringify(await Array.fromAsync(rows)))
  return read
}

/** The list of all lines of history, and when anything was last changed, tell that something happened, not what. */
const steady = (text: string) =>
  text.replaceAll(/<updated>[^<]*<\/updated>/g, '').replaceAll(/name="_token" value="[^"]*"/g, '')

async function hide(visibility: Visibility) {
  const said = {
    actor: chen,
    at,
    record: null,
    url: 'https://hush-hush.example.org/',
    title: 'hush-hush',
    seenOn: '2026-11-01',
    shows: 'hush-hush',
    happenedOn: '2026-11-01',
    visibility,
    occurrences: ['2026'],
    language: 'en',
  } as const
  await site.db
    .insertInto('held_files')
    .values({
      id: 'held',
      holder: 'x',
      name: 'hush-hush.txt',
      type: 'text/plain',
      size: 1,
      checksum: 'a'.repeat(64),
      bytes: new Uint8Array([65]),
      held_until: at,
    })
    .execute()
  const file = { id: 'held', name: 'hush-hush.txt', type: 'text/plain', size: 1, checksum: 'a'.repeat(64) }
  const added = await addEvidence(site.db, { ...said, occurrences: ['2026'], kind: 'address', duty, file })
  if ('issues' in added) throw new Error(JSON.stringify(added.issues))
  await verifyEvidence(site.db, { actor: boris, at, evidence: added.id, version: 1 })
  const consideration = {
    body: 'itu-council',
    consideredOn: '2026-11-20',
    source: 'hush-hush',
    sourceUrl: null,
  }
  assert.deepEqual(
    await considerDuty(site.db, { actor: chen, at, duty, occurrence: '2026', version: 0, ...consideration }),
    [],
  )
  await contestEvidence(site.db, {
    actor: boris,
    at,
    evidence: added.id,
    reason: 'hush-hush',
    language: 'en',
  })
  await withdrawContest(site.db, { actor: boris, at, evidence: added.id, reason: 'hush-hush' })
  return { id: added.id, said }
}

describe('evidence that not everybody may see', () => {
  let earlier: Map<string, string>
  let hidden: Awaited<ReturnType<typeof hide>>

  before(async () => {
    site = await testSite()
    eve = site.as(person('eve'))
    earlier = await everything()
    hidden = await hide('member-states')
  })

  test('changes nothing of what others read, in no list, count, feed, search, export or history', async () => {
    const after = await everything()
    assert.deepEqual(
      [...after].filter(([path, text]) => earlier.get(path) !== text).map(([path]) => path),
      [],
    )
    assert.equal(
      [...after.values()].some((text) => text.includes('hush-hush') && !text.includes('q=hush-hush')),
      false,
    )
  })

  test('does not exist for others, whatever they ask of it', async () => {
    for (const path of [
      '',
      '.json',
      '/file',
      '/correction',
      '/verification',
      '/contest',
      '/answer',
      '/contest-withdrawal',
      '/withdrawal',
    ]) {
      const [this_, none] = [hidden.id, '00000000-0000-4000-8000-000000000000'].map((id) =>
        eve.get(`/en/evidence/${id}${path}`),
      )
      const [there, nowhere] = [await this_, await none]
      assert.equal(there?.status, 404, path)
      assert.equal(
        there?.text.replaceAll(hidden.id, ''),
        nowhere?.text.replaceAll(/00000000-0000-4000-8000-000000000000/g, ''),
        path,
      )
    }
  })

  test('is there for those who may see it, with all that follows from it', async () => {
    const delegate = site.as(person('dina', { role: 'delegate', scope: 'organization:x' }))
    const data = JSON.parse((await delegate.get(`/en${page}.json`)).text) as {
      dueDates: { key: string; state: { code: string } }[]
      considerations: unknown[]
      evidence: unknown[]
    }
    assert.equal(data.dueDates.find(({ key }) => key === '2026')?.state.code, 'considered')
    assert.deepEqual([data.considerations.length, data.evidence.length], [1, 1])
    assert.equal((await delegate.get(`/en/evidence/${hidden.id}/file`)).status, 200)
  })

  test('of earlier revisions shows each only to those who could see it then', async () => {
    await correctEvidence(site.db, {
      ...hidden.said,
      occurrences: ['2026'],
      shows: 'now open',
      title: 'now open',
      url: 'https://open.example.org/',
      visibility: 'public',
      file: null,
      evidence: hidden.id,
      version: 1,
      reason: null,
    })
    const [open, whole] = [eve, site.as(chen)].map((one) => one.get(`/en/evidence/${hidden.id}.json`))
    const seen = JSON.parse((await open)?.text ?? '') as { earlier: unknown[]; shows: { text: string } }
    const all = JSON.parse((await whole)?.text ?? '') as { earlier: unknown[] }
    assert.deepEqual([seen.shows.text, seen.earlier.length, all.earlier.length], ['now open', 0, 1])
  })
})
