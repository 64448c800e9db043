import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import type { Visibility } from '#platform/access/visibility.ts'
import { writeMachineTranslation } from '#platform/texts/texts.ts'
import { insertPeople } from '../../../../test/accounts-samples.ts'
import { person, testSite, type SignedIn, type TestSite } from '../../../../test/test-site.ts'
import { addEvidence, correctEvidence } from './evidence-commands.ts'

const at = new Date('2026-11-21T11:00:00Z')
const duty = 'wtsa-75-hammamet-2016/instructs-director-tsb/6#1'
const chen = person('chen', { role: 'secretariat', scope: null })

type Hit = { id: string; name: string; path: string; language: string; title: string; state?: string }
type Found = {
  total: number
  rows: Hit[]
  facets: { name: string; values: { value: string; count: number }[] }[]
}

describe('the search for evidence', () => {
  let site: TestSite
  let eve: SignedIn
  let id: string

  before(async () => {
    site = await testSite()
    await insertPeople(site.db, ['chen', 'eve'])
    eve = site.as(person('eve'))
    const added = await addEvidence(site.db, { actor: chen, at, duty, kind: 'address', ...said('public') })
    if ('issues' in added) throw new Error(JSON.stringify(added.issues))
    id = added.id
  })

  const found = async (q: string, language = 'en') => {
    const query = new URLSearchParams({ q, kind: 'evidence' }).toString()
    return JSON.parse((await eve.get(`/${language}/search.json?${query}`)).text) as Found
  }
  const ids = async (q: string, language?: string) => (await found(q, language)).rows.map((hit) => hit.id)

  const corrected = async (visibility: Visibility, version: number) => {
    const issues = await correctEvidence(site.db, {
      ...{ actor: chen, at, evidence: id, version, reason: null },
      ...said(visibility),
    })
    assert.deepEqual(issues, [])
  }

  test('finds what it shows and what was seen, with its strength, its place, and counts of its year', async () => {
    const { rows, facets } = await found('lanterns')
    const [hit] = rows
    assert.deepEqual(
      [rows.length, hit?.path, hit?.title],
      [1, `/evidence/${id}`, 'All harbours have lanterns now.'],
    )
    assert.match(hit?.name ?? '', /^reported · Resolution 75 \(Rev\. Hammamet, 2016\) · instructs 6$/)
    assert.deepEqual(facets.find(({ name }) => name === 'year')?.values, [
      { value: '2026', label: '2026', count: 1, chosen: false },
    ])
    assert.deepEqual(await ids('Leuchtfeuerverzeichnis'), [id])
    assert.deepEqual(await ids(id), [id])
    assert.deepEqual(await ids(duty), [id])
  })

  test('finds it in a language into which it was translated, and marks what a machine wrote', async () => {
    assert.deepEqual(await ids('faroles', 'es'), [])
    const segments = [{ field: 'shows', segment: 1, text: 'Todos los puertos tienen faroles.' }]
    const translation = { kind: 'evidence', id, language: 'es', engine: 'e', segments } as const
    await site.db.transaction().execute((tx) => writeMachineTranslation(tx, translation, 'chen', at))
    const { rows } = await found('faroles', 'es')
    assert.deepEqual(
      rows.map(({ title, language, state }) => [title, language, state]),
      [['Todos los puertos tienen faroles.', 'es', 'machine']],
    )
  })

  test('loses it when it is no longer public, and finds it again when it is', async () => {
    await corrected('member-states', 1)
    assert.deepEqual([await ids('lanterns'), await ids(id)], [[], []])
    await corrected('public', 2)
    assert.deepEqual(await ids('lanterns'), [id])
  })
})

const said = (visibility: Visibility) => ({
  record: null,
  url: 'https://harbours.example.org/',
  title: 'Leuchtfeuerverzeichnis',
  seenOn: '2026-11-01',
  file: null,
  shows: 'All harbours have lanterns now.',
  happenedOn: '2026-11-01',
  visibility,
  occurrences: ['2026'],
  language: 'en' as const,
})
