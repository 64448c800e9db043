import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { insertPeople } from '../../../../test/accounts-samples.ts'
import { newReport, steps, writeAll } from '../../../../test/report-samples.ts'
import { person, testSite, type SignedIn, type TestSite } from '../../../../test/test-site.ts'
import { freezeReport } from '../freezing/freeze-commands.ts'
import { operator } from '#platform/access/actor.ts'
import { sectionsOf, sectionsWhere } from '../sections/section-queries.ts'
import { suggest as suggestWording } from './suggestion-commands.ts'
import { Stale } from '#platform/web/form-resource.ts'
import { sql } from 'kysely'
import { testMoment } from '../../../../test/register-database.ts'

const text = '## Lamps\n\nThere are **many** lamps.\n\nThey burn all night.'

describe('what is said of a draft', () => {
  let site: TestSite
  let officer: SignedIn
  let writer: SignedIn
  let reader: SignedIn
  let outsiders: SignedIn[]
  let report: string
  let section: string
  before(async () => {
    site = await testSite()
    await insertPeople(site.db, ['officer', 'tess', 'nils', 'eve'])
    officer = site.as(person('officer', { role: 'secretariat', scope: null }))
    writer = site.as(person('tess', { role: 'focal-point', scope: 'body:wsis-sdg-tf' }))
    reader = site.as(person('nils', { role: 'focal-point', scope: 'body:itu-tsb' }))
    outsiders = [
      site.as(person('eve')),
      site.as(person('eve', { role: 'focal-point', scope: 'organization:sample' })),
      site.as(person('eve', { role: 'facilitator', scope: 'action-line:C5' })),
    ]
    report = await newReport(site.db)
    await steps(site.db, report, ['collect'])
    section = (await sectionsOf(site.db, report)).find(({ code }) => code === 'matrix')!.id
    await write(text)
  })

  const write = async (words: string) =>
    assert.equal((await writer.post(`/en/report-sections/${section}/text/en`, { text: words })).status, 303)
  const pathOf = ({ location }: { location: string | null }) =>
    (location ?? '').replace('/en', '').replace(/\?.*/, '')
  const seen = async (who: SignedIn, path: string) =>
    JSON.parse((await who.get(`/en${path}.json`)).text) as {
      state: { code: string }
      standing: string
      paragraph: number | null
      replies: { text: string }[]
      settled: { reason: string | null } | null
      steps: string[]
      text: { text: string }
      open: { comments: number; suggestions: number }
      clearance: unknown[]
    }
  const comment = async (words: Record<string, string>) =>
    reader.post(`/en/report-sections/${section}/comments/en`, words)
  const suggest = async (words: Record<string, string>, query = '') =>
    reader.post(`/en/report-sections/${section}/suggestions/en${query}`, words)

  test('is a comment on words that are found again, until they are gone', async () => {
    const form = (await reader.get(`/en/report-sections/${section}/comments/en?paragraph=2`)).text
    assert.match(form, /There are \*\*many\*\* lamps\.<\/textarea>/)
    const wrong = await comment({ quote: 'few lamps', text: 'How many?' })
    assert.equal(wrong.status, 422)
    assert.match(wrong.text, /These words do not stand in the text\./)
    const path = pathOf(await comment({ quote: 'many lamps', text: 'How many?' }))
    const there = await seen(officer, path)
    assert.deepEqual([there.standing, there.paragraph], ['there', 2])
    await write(`New.\n\n${text}`)
    assert.equal((await seen(officer, path)).paragraph, 3)
    await write('## Lamps\n\nThere are 12 of them.\n\nThey burn all night.')
    assert.equal((await seen(officer, path)).standing, 'gone')
    assert.match((await officer.get(`/en${path}`)).text, /The place is gone/)
    await write(text)
  })

  test('is answered and settled, and can be opened again', async () => {
    const path = pathOf(await comment({ text: 'Say where they are.' }))
    assert.equal((await writer.post(`/en${path}/replies`, { text: 'In harbours.' })).status, 303)
    assert.equal((await seen(reader, path)).replies[0]?.text, 'In harbours.')
    assert.equal((await writer.post(`/en${path}/steps/settle`, {})).status, 303)
    const settled = await seen(reader, path)
    assert.deepEqual([settled.state.code, settled.steps], ['settled', ['reopen']])
    assert.equal((await writer.post(`/en${path}/replies`, { text: 'More.' })).status, 409)
    assert.equal((await reader.post(`/en${path}/steps/reopen`, {})).status, 303)
    const other = site.as(person('eve', { role: 'focal-point', scope: 'body:itu-br' }))
    assert.equal((await other.post(`/en${path}/steps/settle`, {})).status, 403)
    const history = (await officer.get(`/en/history/report-comment/${path.split('/').at(-1)}`)).text
    assert.match(history, /settled the comment/)
  })

  test('is another wording, shown as a difference and taken into the text at once', async () => {
    await write(text)
    const wording = { place: '1', before: 'There are **many** lamps.', after: 'There are **12** lamps.' }
    const path = pathOf(await suggest({ ...wording, why: 'Count them.' }))
    const page = (await writer.get(`/en${path}`)).text
    assert.match(page, /<del>.*many.*<\/del>.*<ins>.*12.*<\/ins>/s)
    assert.equal((await reader.post(`/en${path}/steps/accept`, {})).status, 403)
    const handed = await writer.post(`/en/report-sections/${section}/steps/hand-in`, {})
    assert.equal(handed.status, 422)
    assert.match(handed.text, /1 proposed wording is not decided on\./)
    assert.equal((await writer.post(`/en${path}/steps/accept`, {})).status, 303)
    const now = await seen(writer, `/report-sections/${section}`)
    assert.equal(now.text.text, text.replace('many', '12'))
    assert.equal((await writer.post(`/en${path}/steps/accept`, {})).status, 409)
    await write(text)
  })

  test('is not taken when the paragraph has changed since, and says so', async () => {
    const wording = { place: '2', before: 'They burn all night.', after: 'They burn.' }
    const path = pathOf(await suggest(wording))
    await write(text.replace('all night', 'all day'))
    assert.match((await writer.get(`/en${path}`)).text, /What this wording replaces has changed since/)
    const late = await writer.post(`/en${path}/steps/accept`, {})
    assert.equal(late.status, 409)
    assert.match(late.text, /What this wording replaces has changed since/)
    assert.equal((await writer.post(`/en${path}/steps/reject`, {})).status, 422)
    assert.equal((await writer.post(`/en${path}/steps/reject`, { reason: 'By day too.' })).status, 303)
    assert.equal((await seen(reader, path)).settled?.reason, 'By day too.')
    await write(text)
  })

  test('is refused when it changes nothing, names no such part, or what it replaces is not there', async () => {
    const before = 'They burn all night.'
    for (const [words, sentence] of [
      [{ place: '2', before, after: before }, /This is what stands there already\./],
      [{ place: '2', before, after: 'There are {{lamps}}.' }, /no live parts called lamps/],
      [{ place: '2', before: 'Gone.', after: 'Here.' }, /The paragraph was edited meanwhile\./],
    ] as const) {
      const answer = await suggest(words)
      assert.equal(answer.status, 422)
      assert.match(answer.text, sentence)
    }
  })

  test('is the whole text too, and may be withdrawn by whoever proposed it', async () => {
    const path = pathOf(await suggest({ after: 'Only this.' }))
    assert.equal((await writer.post(`/en${path}/steps/withdraw`, {})).status, 403)
    assert.equal((await reader.post(`/en${path}/steps/withdraw`, {})).status, 303)
    const [before] = await sectionsWhere(site.db, sql`s.id = ${section}`)
    await write(`${text} Again.`)
    const nils = person('nils', { role: 'focal-point', scope: 'body:itu-tsb' })
    const asked = { actor: nils, at: testMoment, section, language: 'en', paragraph: null, why: '' } as const
    await assert.rejects(
      suggestWording(site.db, { ...asked, after: 'Only that.', revision: before?.revision }),
      Stale,
    )
  })

  test('is counted on the pages of the section and the report', async () => {
    await comment({ text: 'One more.' })
    const { open } = await seen(reader, `/report-sections/${section}`)
    assert.equal(open.comments >= 1, true)
    assert.deepEqual((await seen(reader, `/reports/${report}`)).open, open)
    assert.match((await reader.get(`/en/reports/${report}`)).text, /3 open comments, 0 proposed wordings/)
    const list = JSON.parse((await reader.get(`/en/reports/${report}/talk.json?state=open`)).text) as {
      total: number
    }
    assert.equal(list.total, open.comments + open.suggestions)
  })

  test('is for those who saw the draft only, also when the report is frozen', async () => {
    const id = await newReport(site.db)
    await steps(site.db, id, ['collect'])
    const own = (await sectionsOf(site.db, id)).find(({ code }) => code === 'matrix')!.id
    await writer.post(`/en/report-sections/${own}/text/en`, { text: 'Of lamps.' })
    const made = await reader.post(`/en/report-sections/${own}/comments/en`, { text: 'Between us.' })
    const path = pathOf(made)
    await writeAll(site.db, id, {})
    await steps(site.db, id, ['draft', 'submit', 'clear-sector', 'clear-task-force', 'clear'])
    await freezeReport(site.db, { actor: operator, at: testMoment, id, symbol: 'C26/71' })
    for (const who of [...outsiders, site]) {
      for (const address of [path, `/reports/${id}/talk`, `/report-sections/${own}/comments/en`])
        assert.equal([303, 404].includes((await who.get(`/en${address}`)).status), true, address)
      const page = await who.get(`/en/reports/${id}`)
      assert.equal(page.status, 200)
      assert.doesNotMatch(page.text, /Between us|\/talk/)
    }
    assert.match((await reader.get(`/en${path}`)).text, /Between us\./)
    assert.match((await reader.get(`/en/reports/${id}/talk`)).text, /Between us\./)
    assert.equal((await reader.post(`/en${path}/replies`, { text: 'Too late.' })).status, 409)
    const late = await reader.post(`/en/report-sections/${own}/comments/en`, { text: 'Too late.' })
    assert.equal(late.status, 409)
  })
})
