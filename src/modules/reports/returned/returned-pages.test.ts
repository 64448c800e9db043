import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { docxOf } from '#platform/documents/as-docx/docx-of.ts'
import { insertPeople } from '../../../../test/accounts-samples.ts'
import { validator } from '../../../../test/html-validator.ts'
import { withPart } from '../../../../test/office-files.ts'
import { asSent } from '../../../../test/questionnaires.ts'
import { newReport, putEntries, steps } from '../../../../test/report-samples.ts'
import { testMoment } from '../../../../test/register-database.ts'
import { bytesOf } from '../../../../test/sheet-parts.ts'
import { person, testSite, type SignedIn, type TestSite } from '../../../../test/test-site.ts'
import { zipOf } from '../../../../test/zip-files.ts'
import { words } from '../../../site.ts'
import { paperOf } from '../papers/paper.ts'
import type { ReportRecord } from '../report-shape.ts'
import { sectionsOf } from '../sections/section-queries.ts'

const texts: Record<string, string> = {
  introduction: 'The Council asked for **this** report [[/activities/rprt000001]].',
  stocktaking: 'There are {{entries}} entries.\n\n{{entries-by-line}}\n\n- one\n- two',
  matrix: 'Lines meet goals.',
}

describe('an edited Word file of a report', () => {
  let site: TestSite
  let officer: SignedIn
  let writer: SignedIn
  let id: string
  const address = () => `/en/reports/${id}/edited-paper`

  before(async () => {
    site = await testSite()
    await insertPeople(site.db, ['officer', 'tess', 'eve'])
    await putEntries(site.db)
    officer = site.as(person('officer', { role: 'secretariat', scope: null }))
    writer = site.as(person('tess', { role: 'focal-point', scope: 'body:wsis-sdg-tf' }))
    id = await openReport()
  })

  async function openReport(): Promise<string> {
    const made = await newReport(site.db)
    await steps(site.db, made, ['collect'])
    for (const { id: section, code } of await sectionsOf(site.db, made))
      if (texts[code] !== undefined)
        await officer.post(`/en/report-sections/${section}/text/en`, { text: texts[code] })
    return made
  }

  const record = async (report = id) =>
    JSON.parse((await officer.get(`/en/reports/${report}.json`)).text) as ReportRecord

  async function file(change: (xml: string) => string = (xml) => xml, report = id): Promise<Uint8Array> {
    const settings = { publicUrl: 'https://actionline.test' }
    const reader = { t: words().en, language: 'en' as const, now: testMoment, settings }
    return withPart(await bytesOf(docxOf(paperOf(reader, await record(report)))), 'word/document.xml', change)
  }

  const look = (by: SignedIn, bytes: Uint8Array, at = address()) =>
    by.post(at, {}, { file: { name: 'report.docx', bytes } })
  const press = (by: SignedIn, page: { text: string }, fields: Record<string, string> = {}) =>
    by.send(address(), asSent(page.text, fields))
  const textOf = async (code: string) =>
    (await record()).sections.find((section) => section.code === code)?.text?.text ?? null
  const lines = async () =>
    (await site.db.selectFrom('history').select('act').where('act', '=', 'reports.write-section').execute())
      .length

  test('is asked for where sections are written, by whoever may write one', async () => {
    assert.match((await officer.get(`/en/reports/${id}`)).text, /edited-paper/)
    assert.match((await writer.get(address())).text, /Take in an edited Word file/)
    assert.equal((await site.get(address())).status, 404)
    const outsider = site.as(person('eve', { role: 'focal-point', scope: 'body:itu-tsb' }))
    assert.equal((await outsider.get(address())).status, 403)
    const planned = await newReport(site.db)
    assert.equal((await officer.get(`/en/reports/${planned}/edited-paper`)).status, 409)
  })

  test('says that nothing differs where nobody has edited it', async () => {
    const before = await lines()
    const page = await look(officer, await file())
    assert.equal(page.status, 200)
    assert.deepEqual(await validator.validateString(page.text).then(({ valid }) => valid), true)
    assert.equal(page.text.match(/No differences\./g)?.length, (await record()).sections.length)
    assert.match(page.text, /There is nothing here that you can take in\./)
    assert.equal(await lines(), before)
  })

  test('shows each change before it is kept, and takes in the sections that were chosen, with one line of history each', async () => {
    const page = await look(
      officer,
      await file((xml) =>
        xml
          .replace('The Council asked for ', 'The Council wanted &lt;b&gt; ')
          .replace('Lines meet goals.', 'Lines meet many goals.')
          .replace(' entries.', ' entries in all.'),
      ),
    )
    assert.equal(page.status, 200)
    assert.ok(await validator.validateString(page.text).then(({ valid }) => valid))
    assert.match(page.text, /<ins>.*many.*<\/ins>/s)
    assert.doesNotMatch(page.text, /<b>/)
    assert.equal(await textOf('matrix'), texts['matrix'])
    const matrix = (await record()).sections.find(({ code }) => code === 'matrix')
    const before = await lines()

    const answer = await press(officer, page, { take: `matrix.${matrix?.revision}` })

    assert.equal(answer.status, 303)
    assert.equal(await textOf('matrix'), 'Lines meet many goals.')
    assert.equal(await textOf('introduction'), texts['introduction'])
    assert.equal(await lines(), before + 1)
    assert.match((await officer.get(`/en/history/report-section/${matrix?.id}`)).text, /officer/i)

    const whole = await press(
      officer,
      await look(
        officer,
        await file((xml) =>
          xml.replace('The Council asked', 'Council asked').replace(' entries.', ' entries now.'),
        ),
      ),
    )
    assert.equal(whole.status, 303)
    assert.equal(await textOf('introduction'), texts['introduction']?.replace('The Council', 'Council'))
    assert.equal(await textOf('stocktaking'), texts['stocktaking']?.replace(' entries.', ' entries now.'))
  })

  test('of a section of others is shown, and not taken', async () => {
    const change = (xml: string) =>
      xml.replace('Council asked', 'Council begged').replace(/meet (many )?goals/, 'miss goals')
    const page = await look(writer, await file(change))
    assert.match(page.text, /You cannot write this section now/)
    assert.deepEqual(page.text.match(/value="(\w+)\.\d+"/g)?.length, 1)
    const introduction = (await record()).sections.find(({ code }) => code === 'introduction')
    const forced = await press(writer, page, { take: `introduction.${introduction?.revision}` })
    assert.equal(forced.status, 403)
    assert.doesNotMatch((await textOf('introduction')) ?? '', /begged/)
  })

  test('is not taken over what was changed meanwhile, before it came or while it was looked at', async () => {
    const mine = await file((xml) => xml.replace(/Lines meet (many )?goals/, 'Lines cross goals'))
    const early = await look(officer, mine)
    const matrix = (await record()).sections.find(({ code }) => code === 'matrix')
    await writer.post(`/en/report-sections/${matrix?.id}/text/en`, { text: 'Lines are goals.' })

    const late = await press(officer, early)
    assert.equal(late.status, 409)
    assert.match(await late.text(), /was changed on the site after the file was made/)
    const again = await look(officer, mine)
    assert.match(again.text, /was changed on the site after the file was made/)
    assert.equal(await textOf('matrix'), 'Lines are goals.')
  })

  test('may be one that has lost its mark; then one is told to look closely', async () => {
    const bare = await withPart(
      await file((xml) => xml.replace('Lines are', 'Lines were')),
      'docprops/custom.xml',
      () => '<x/>',
    )
    const page = await look(officer, bare)
    assert.match(page.text, /no longer tells from which version/)
    const [first, second] = await Promise.all([press(officer, page), press(officer, page)])
    assert.deepEqual(
      [first.status, second.status].toSorted((one, other) => one - other),
      [303, 409],
    )
    assert.equal(await textOf('matrix'), 'Lines were goals.')
  })

  test('of another report, or none at all, is refused with a sentence', async () => {
    const other = await openReport()
    const refusal = async (bytes: Uint8Array) => {
      const { status, text } = await look(officer, bytes)
      assert.equal(status, 422)
      return text
    }
    assert.match(await refusal(await file((xml) => xml, other)), /the file of another report/)
    const none = await file((xml) => xml.replace(/<w:body>.*<\/w:body>/s, '<w:body><w:p/></w:body>'))
    assert.match(await refusal(none), /holds no section of this report/)
    assert.match(await refusal(zipOf({ 'a.txt': 'x' })), /holds no section of this report/)
    const bomb = await file((xml) => xml.replace('<w:body>', `<w:body><w:p>${' '.repeat(70_000_000)}</w:p>`))
    assert.match(await refusal(bomb), /file/)
    const unknown = await look(officer, await file((xml) => xml.replace('Lines were', 'Lines {{nowhere}}')))
    const answer = await press(officer, unknown)
    assert.equal(answer.status, 422)
    assert.match(await answer.text(), /no live parts called nowhere/)
    const empty = await officer.post(address(), {})
    assert.equal(empty.status, 422)
    const nothing = await officer.post(
      address(),
      { read: 'yes', take: 'matrix.1' },
      { file: { name: 'a.docx', bytes: await file() } },
    )
    assert.equal(nothing.status, 422)
  })
})
