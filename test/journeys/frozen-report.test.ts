import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { publishEntry, sendEntry, startEntry } from '#modules/activities/index.ts'
import type { Standing } from '#platform/access/actor.ts'
import type { LanguageCode } from '#platform/languages.ts'
import { insertPeople, newOrganization } from '../accounts-samples.ts'
import { testMoment as at } from '../register-database.ts'
import { person } from '../test-site.ts'
import { openDesk, type Desk } from './story-desk.ts'
import { fill, open, submit, textOf } from './story-hands.ts'
import { handIn, planReport, sectionsOf, takeReportStep, takeSectionStep } from './story-reports.ts'
import type { Somebody } from './story-stage.ts'

const patience = { timeout: 600_000 }
const clause = 'pp-140-dubai-2018/instructs-secretary-general/4'
const claim = 'Lamps light three villages'
const symbol = 'C27/DT/3'

const people = {
  olga: ['en', { role: 'secretariat', scope: null }],
  gita: ['en', { role: 'focal-point', scope: 'body:itu-gs' }],
  amal: ['ar', { role: 'focal-point', scope: 'body:itu-bureaux' }],
  fatou: ['fr', { role: 'focal-point', scope: 'body:itu-bdt' }],
  chen: ['zh', { role: 'chair', scope: 'body:wsis-sdg-tf' }],
  anton: ['ru', { role: 'focal-point', scope: 'body:itu-sg' }],
  tess: ['es', { role: 'focal-point', scope: 'organization:lamp-society' }],
} as const satisfies Record<string, readonly [LanguageCode, Standing]>

type Name = keyof typeof people

let desk: Desk
let reader: Somebody
const team = {} as Record<Name, Somebody>
const entries: string[] = []
let report = ''
let sections: string[] = []

describe('from a planned report to a number that stands', () => {
  before(async () => {
    desk = await openDesk()
    await insertPeople(desk.site.db, Object.keys(people))
    await newOrganization(desk.site.db, { id: 'lamp-society' })
    for (const [name, [language, standing]] of Object.entries(people) as [Name, (typeof people)[Name]][])
      team[name] = await desk.enter(name, language, person(name, standing))
    reader = await desk.enter('reader', 'en', null)
    for (const village of ['Lakeside', 'Hilltop', 'Riverbend']) entries.push(await published(village))
  })
  after(async () => {
    await desk.end()
  })

  /** An entry of Tess about a least developed country, published by the secretariat. */
  async function published(village: string): Promise<string> {
    const { db } = desk.site
    const tess = person('tess', people.tess[1])
    const started = await startEntry(db, {
      ...{ actor: tess, at, language: 'en', organization: 'lamp-society' },
      content: {
        ...{ title: `Lamps in ${village}`, summary: 'A lamp at each door.', type: 'project' },
        ...{ reach: 'local', countries: ['UG'], status: 'ongoing', start: '2026' },
        actionLines: [{ code: 'C2', why: '', themes: [] }],
      },
    })
    assert.ok('id' in started, JSON.stringify(started))
    const sent = await sendEntry(db, { actor: tess, at, id: started.id })
    assert.deepEqual(sent, { id: started.id })
    await publishEntry(db, { actor: person('olga', people.olga[1]), at, id: started.id })
    return started.id
  }

  test('it is planned, and three units are asked and write', patience, async () => {
    const { olga, gita, amal, fatou } = team
    report = await planReport(olga, 'hlpf-contribution', {
      ...{ 'starts-on': '2026-01-01', 'ends-on': '2026-12-31', 'due-on': '2026-12-31' },
      title: 'Lamps for the Goals',
    })
    await takeReportStep(olga, report, 'collect')
    sections = await sectionsOf(olga, report)
    const [theme = '', goals = '', countries = '', messages = ''] = sections
    await handIn(gita, theme, `${claim} [[/duties/${clause}/1]].`)
    await handIn(
      amal,
      goals,
      'Entries by Goal [[/revisions/pp-140-dubai-2018/resolves/6]]:\n\n{{entries-by-goal}}',
    )
    await handIn(fatou, countries, 'We did much.')
    await handIn(gita, messages, `Keep lamps lit [[/activities/${entries[0] ?? ''}]].`)
  })

  test('one section is sent back, and says why to whoever wrote it', patience, async () => {
    const { olga, fatou } = team
    const [theme = '', goals = '', countries = '', messages = ''] = sections
    const reason = 'How many entries, and where?'
    await takeSectionStep(olga, countries, 'send-back', { reason })
    await open(fatou, countries)
    assert.equal((await textOf(fatou)).includes(reason), true)
    assert.equal((await textOf(fatou)).includes(fatou.t('reports.uncited')), true)
    await handIn(fatou, countries, 'In least developed countries there are {{entries-ldc}} entries.')
    for (const section of [theme, goals, countries, messages]) await takeSectionStep(olga, section, 'clear')
  })

  test('each of those who clear it takes it on, in order', patience, async () => {
    const { olga, gita, chen, anton } = team
    await takeReportStep(olga, report, 'draft')
    await takeReportStep(olga, report, 'submit')
    await assert.rejects(open(anton, `${report}/steps/clear-sector`), /40[39]/)
    await takeReportStep(gita, report, 'clear-sector')
    await takeReportStep(chen, report, 'clear-task-force')
    await takeReportStep(anton, report, 'clear')
    await assert.rejects(open(reader, report), /404|303/)
  })

  test('it is frozen, delivered, and answers its duty with its own words', patience, async () => {
    const { olga } = team
    await open(olga, `/revisions/${clause}`)
    assert.equal((await textOf(olga)).includes(claim), false)
    await takeReportStep(olga, report, 'freeze', { symbol })
    await takeReportStep(olga, report, 'deliver', { on: at.toISOString().slice(0, 10) })
    await open(olga, `/duties/${clause}/1`)
    assert.equal((await textOf(olga)).includes(olga.t('status.delivered')), true)
    await open(olga, `/revisions/${clause}`)
    assert.equal((await textOf(olga)).includes(claim), true)
    await open(reader, report)
    assert.equal((await textOf(reader)).includes('there are 3 entries'), true)
  })

  test(
    'an entry is edited and one is archived: the number stands, now differs, and by what',
    patience,
    async () => {
      const { olga, tess } = team
      const [edited = '', archived = ''] = entries
      await open(tess, `/entries/${edited}/basics`)
      await fill(tess, { title: 'Lamps in Lakeside, and beyond' })
      await submit(tess)
      await open(tess, `/entries/${edited}/steps/send`)
      await submit(tess)
      await open(olga, `/moderation/${edited}/steps/publish-update`)
      await submit(olga)
      await open(tess, `/entries/${archived}/steps/archive`)
      await submit(tess)
      await open(olga, report)
      assert.equal((await textOf(olga)).includes('there are 3 entries'), true)
      await open(olga, `${report}/parts/entries-ldc`)
      const told = await textOf(olga)
      assert.equal(told.includes(`${olga.t('reports.part.then')} 3`), true, told)
      assert.equal(told.includes(`${olga.t('reports.part.now')} 2`), true, told)
      assert.equal(told.includes(olga.t('reports.part.differs')), true)
      assert.equal(told.includes(`Lamps in Hilltop · ${olga.t('reports.became.gone')}`), true, told)
      assert.equal(told.includes(`and beyond · ${olga.t('reports.became.edited')}`), true, told)
    },
  )

  test('no page that was seen has a fault', () => {
    assert.deepEqual([...new Set(desk.faults)], [])
  })
})
