import assert from 'node:assert/strict'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { after, before, describe, test } from 'node:test'
import { languageCodes } from '#platform/languages.ts'
import { insertPeople } from '../../../../test/accounts-samples.ts'
import { person, testSite, type SignedIn, type TestSite } from '../../../../test/test-site.ts'
import { loadTerms } from './term-commands.ts'
import type { OwnTermRecord } from './term-shape.ts'

const by = { actor: 'start', at: new Date('2026-11-21T11:00:00Z') }

type Hit = { id: string; path: string; title: string; language: string }
type Found = {
  total: number
  rows: Hit[]
  facets: { name: string; values: { value: string; count: number }[] }[]
}

describe('the terms of the field', () => {
  let site: TestSite
  let eve: SignedIn
  let folder: string

  before(async () => {
    site = await testSite()
    await insertPeople(site.db, ['eve'])
    await loadTerms(site.db, by)
    eve = site.as(person('eve'))
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'terms-'))
  })
  after(() => fs.rmSync(folder, { recursive: true }))

  const read = async <Answer>(address: string) => JSON.parse((await eve.get(address)).text) as Answer
  const found = (q: string, language = 'en') => {
    const query = new URLSearchParams({ q, kind: 'term' }).toString()
    return read<Found>(`/${language}/search.json?${query}`)
  }

  test('are found by their words in each of the six languages', async () => {
    const { terms } = await read<OwnTermRecord>('/en/terms/digital-divide.json')
    for (const language of languageCodes) {
      const { rows } = await found(terms[language] ?? '', language)
      const hit = rows.find(({ id }) => id === 'digital-divide')
      assert.deepEqual(
        [hit?.path, hit?.title, hit?.language],
        ['/terms/digital-divide', terms[language], language],
      )
    }
  })

  test('are found by the code of their action line, behind the line itself, and counted by it', async () => {
    const { facets, total } = await found('C2')
    const count = facets
      .find(({ name }) => name === 'action-line')
      ?.values.find(({ value }) => value === 'C2')?.count
    assert.equal(total > 0 && count === total, true)
    const [first] = (await read<Found>('/en/search.json?q=C2')).rows
    assert.equal(first?.id, 'C2')
  })

  test('have a page each with six languages and their action lines; official names have theirs already', async () => {
    const { text } = await eve.get('/ar/terms/digital-divide')
    const { terms, lines } = await read<OwnTermRecord>('/ar/terms/digital-divide.json')
    for (const word of Object.values(terms)) assert.ok(text.includes(word), word)
    for (const { code } of lines) assert.ok(text.includes(`href="/ar/action-lines/${code}"`), code)
    assert.match((await eve.get('/en/terms')).text, /href="\/en\/terms\/[a-z-]+"/)
    assert.equal((await eve.get('/en/terms/C2')).status, 404)
  })

  test('are not found any more when another list is loaded', async () => {
    const other = { id: 'foghorn', action_lines: ['C2'], terms: { en: ['foghorn'], fr: ['corne de brume'] } }
    fs.writeFileSync(path.join(folder, 'terms.json'), JSON.stringify({ version: 'x', terms: [other] }))
    await loadTerms(site.db, { ...by, folder })
    assert.equal((await found('digital divide')).total, 0)
    assert.deepEqual(
      (await found('corne', 'fr')).rows.map(({ id }) => id),
      ['foghorn'],
    )
  })
})
