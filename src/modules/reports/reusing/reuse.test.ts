import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { insertPeople } from '../../../../test/accounts-samples.ts'
import { fieldsOf } from '../../../../test/form-fields.ts'
import { operator } from '#platform/access/actor.ts'
import { testMoment } from '../../../../test/register-database.ts'
import { frozenReport, newReport, putEntries, steps, writeAll } from '../../../../test/report-samples.ts'
import { person, testSite, type SignedIn, type TestSite } from '../../../../test/test-site.ts'
import { verifyReport } from '../freezing/edition-queries.ts'
import { freezeReport } from '../freezing/freeze-commands.ts'
import { markedBlocks } from '../markup/markup.ts'
import { withKeys, writtenBlock } from '../markup/written.ts'
import type { ReportRecord } from '../report-shape.ts'
import { sectionsOf } from '../sections/section-queries.ts'
import { takenParts } from './reuse-commands.ts'
import { putAfter, stateIn } from './reuse.ts'

test('a block that is written and read again is the same', () => {
  const texts = [
    '## A **head**',
    'Of {{entries}} *lamps* in [[/activities/aaaaaaaaaa]], [so](https://example.org/a).',
    '- one {{a}}\n- **two**',
    '1. one\n2. two [[/duties/x/1]]',
    '{{entries-by-line}}',
  ]
  for (const text of texts) {
    const [block] = markedBlocks(text)
    assert.deepEqual(markedBlocks(writtenBlock(block!)), [block], text)
  }
  const [block] = markedBlocks(texts[1]!)
  assert.match(writtenBlock(withKeys(block!, new Map([['entries', 'entries-2']]))), /\{\{entries-2\}\}/)
})

test('a paragraph is put behind another one or at the end, and found again by what it was', () => {
  const text = 'One.\n\n## Head\nTwo.\n- three\n\nFour.'
  assert.equal(putAfter(text, 1, 'New.'), 'One.\n\nNew.\n\n## Head\nTwo.\n- three\n\nFour.')
  assert.equal(putAfter(text, 2, 'New.'), 'One.\n\n## Head\nTwo.\n- three\n\nNew.\n\nFour.')
  for (const end of [null, 4, 99]) assert.equal(putAfter(text, end, 'New.'), `${text}\n\nNew.`)
  assert.equal(putAfter('', null, 'New.'), 'New.')
  const was = 'Lamps were tested in twelve harbours of the region.'
  assert.deepEqual(stateIn(`One.\n\n${was}`, was), { state: 'same', paragraph: 2 })
  assert.deepEqual(stateIn('Lamps were tested in thirteen harbours of the region.', was), {
    state: 'changed',
    paragraph: 1,
  })
  assert.deepEqual(stateIn('Nothing alike.', was), { state: 'gone', paragraph: null })
})

test('live parts that come along keep their question, and a name of their own where it is taken', () => {
  const figure = { source: 'activities', view: 'figure', by: null, across: null, inPeriod: false } as const
  const of = (country: string) => ({ ...figure, filters: { country } })
  const queries = new Map([
    ['a', of('KE')],
    ['b', of('PE')],
  ])
  const { keys, added } = takenParts(['a', 'b', 'lost'], queries, [
    { key: 'b', query: of('FR') },
    { key: 'kenya', query: of('KE') },
  ])
  assert.deepEqual(
    [...keys],
    [
      ['a', 'kenya'],
      ['b', 'b-2'],
    ],
  )
  assert.deepEqual(added, [{ key: 'b-2', query: of('PE') }])
})

describe('a paragraph of another report', () => {
  let site: TestSite
  let officer: SignedIn
  let old: string
  let id: string
  let section: string
  before(async () => {
    site = await testSite()
    await insertPeople(site.db, ['officer', 'eve'])
    await putEntries(site.db)
    officer = site.as(person('officer', { role: 'secretariat', scope: null }))
    ;({ id: old } = await frozenReport(
      site.db,
      {
        stocktaking:
          'Nothing.\n\nLighthouses of {{kenyan}} entries shine on [[/activities/rprt000003]].\n\n{{entries}} entries.',
      },
      {
        parts: {
          kenyan: {
            ...{ source: 'activities', view: 'figure', by: null, across: null, inPeriod: false },
            filters: { country: 'KE' },
          },
        },
      },
    ))
    id = await newReport(site.db, { words: { title: 'The next report', action: '' } })
    await steps(site.db, id, ['collect'])
    section = (await sectionsOf(site.db, id)).find(({ code }) => code === 'stocktaking')!.id
  })

  const read = async (who: SignedIn, report: string) =>
    JSON.parse((await who.get(`/en/reports/${report}.json`)).text) as ReportRecord
  const reuse = (query = '') => `/en/report-sections/${section}/reuse${query}`

  test('is found by its words, and taken with its citations and live parts', async () => {
    assert.match((await officer.get(reuse('?words=zeppelins'))).text, /No paragraph of another report/)
    const page = (await officer.get(reuse('?words=lighthouse'))).text
    const offered = fieldsOf(page).find(({ name }) => name === 'paragraph')
    assert.deepEqual(offered?.options, [`${old}/stocktaking/2`])
    const wrong = await officer.post(reuse('?words=lighthouse'), { paragraph: `${old}/stocktaking/9` })
    assert.equal(wrong.status, 422)
    assert.match(wrong.text, /Choose one of the paragraphs that were found/)
    const chosen = { paragraph: `${old}/stocktaking/2` }
    const arabic = await officer.post(reuse('?words=lighthouse').replace('/en/', '/ar/'), {
      ...chosen,
      _show: 'language',
    })
    const kept = fieldsOf(arabic.text).find(({ name }) => name === 'paragraph')
    assert.deepEqual([arabic.status, kept?.values], [200, [chosen.paragraph]])
    await officer.post(`/en/report-sections/${section}/text/en`, { text: 'First.\n\nSecond.' })
    const taken = await officer.post(reuse('?words=lighthouse'), {
      paragraph: `${old}/stocktaking/2`,
      after: '1',
    })
    assert.equal(taken.status, 303)
    const report = await read(officer, id)
    const own = report.sections.find(({ code }) => code === 'stocktaking')!
    assert.equal(
      own.text?.text,
      'First.\n\nLighthouses of {{kenyan}} entries shine on [[/activities/rprt000003]].\n\nSecond.',
    )
    assert.deepEqual(own.parts.find(({ key }) => key === 'kenyan')?.total, 2)
    assert.deepEqual(
      own.cited.map(({ address }) => address),
      ['/activities/rprt000003'],
    )
  })

  test('is traced both ways, and says what was changed since', async () => {
    const [trace] = (await read(officer, id)).reused
    assert.deepEqual(
      [trace?.section, trace?.paragraph, trace?.state.code, trace?.from.symbol, trace?.from.paragraph],
      ['stocktaking', 2, 'same', 'C26/35', 2],
    )
    assert.equal(trace?.from.isAsItWas, true)
    await officer.post(`/en/report-sections/${section}/text/en`, {
      text: 'Lighthouses of {{kenyan}} entries shone on [[/activities/rprt000003]].',
    })
    assert.deepEqual((await read(officer, id)).reused[0]?.state.code, 'changed')
    assert.match((await officer.get(`/en/report-sections/${section}`)).text, /Taken from other reports/)
    const again = (await read(officer, old)).usedAgain
    assert.deepEqual(
      again.map((one) => [one.paragraph, one.in.id, one.in.section]),
      [[2, id, 'stocktaking']],
    )
    // Others do not see the draft, nor that it takes anything.
    const eve = site.as(person('eve'))
    assert.deepEqual((await read(eve, old)).usedAgain, [])
    assert.equal((await eve.get(reuse('?words=lighthouse'))).status, 404)
  })

  test('of a draft is offered only to those who see the draft', async () => {
    const draft = await newReport(site.db, { words: { title: 'A draft', action: '' } })
    await steps(site.db, draft, ['collect'])
    const own = (await sectionsOf(site.db, draft)).find(({ code }) => code === 'stocktaking')!.id
    await officer.post(`/en/report-sections/${own}/text/en`, { text: 'Zeppelins fly.' })
    assert.match((await officer.get(reuse('?words=zeppelins'))).text, new RegExp(`${draft}/stocktaking/1`))
  })

  test('stays traced when the report is frozen, and in its corrected version', async () => {
    const text = 'Lighthouses of {{kenyan}} entries shine on [[/activities/rprt000003]].'
    await writeAll(site.db, id, { stocktaking: text })
    await steps(site.db, id, ['draft', 'submit', 'clear-sector', 'clear-task-force', 'clear'])
    const frozen = await freezeReport(site.db, { actor: operator, at: testMoment, id, symbol: 'C27/35' })
    assert.equal('issues' in frozen, false)
    const eve = site.as(person('eve'))
    assert.deepEqual(
      (await read(eve, old)).usedAgain.map((one) => one.in.symbol),
      ['C27/35'],
    )
    const made = await officer.post(`/en/reports/${id}/correction`, { correction: 'A word.' })
    const next = /reports\/(\w+)/.exec(made.location ?? '')?.[1] ?? ''
    assert.deepEqual(
      (await read(officer, next)).reused.map(({ state, from }) => [state.code, from.id]),
      [['same', old]],
    )
    for (const symbol of ['C26/35', 'C27/35'])
      assert.deepEqual((await verifyReport(site.db, symbol, 1))?.faults, [])
  })
})
