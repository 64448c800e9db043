import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { insertPeople, newOrganization } from '../../../../test/accounts-samples.ts'
import { draftEntry, sentEntry } from '../../../../test/activity-samples.ts'
import { filledDocx, filledXlsx, unpacked } from '../../../../test/office-files.ts'
import { senderOf, wordsOf, type Sender } from '../../../../test/questionnaires.ts'
import { workbook } from '../../../../test/sheet-parts.ts'
import { person, testSite, type SignedIn, type TestSite } from '../../../../test/test-site.ts'
import { workOn } from '../activity-queries.ts'
import { contactOf } from '../entry/contact-commands.ts'
import { saveEntry } from '../entry/entry-commands.ts'

const amina = person('amina')
const at = new Date('2026-11-21T12:00:00Z')

describe('a questionnaire that was taken from an entry', () => {
  let site: TestSite
  let by: SignedIn
  let file: Sender['file']
  let look: Sender['look']
  let press: Sender['press']
  let blank: Uint8Array

  before(async () => {
    site = await testSite()
    await insertPeople(site.db, ['amina', 'olga'])
    await newOrganization(site.db, { id: 'harbour-office', name: { en: 'Harbour Office' } })
    by = site.as(amina)
    ;({ file, look, press } = senderOf(site, by))
    blank = await file('/en/questionnaire.xlsx')
  })

  test('goes back into the entry that it was taken from, and leaves what it does not ask about', async () => {
    const id = await draftEntry(site.db, { actor: amina, at, organization: 'harbour-office' })
    const contact = {
      honorific: null,
      firstName: 'A',
      lastName: null,
      position: null,
      email: null,
      phone: null,
      consents: true,
    }
    await saveEntry(site.db, { actor: amina, at, id, changes: { externalKey: 'k-1', contact } })
    for (const [ending, fill] of [
      ['xlsx', filledXlsx],
      ['docx', filledDocx],
    ] as const) {
      const taken = await file(`/fr/entries/${id}/questionnaire.${ending}`)
      const title = `Six boats, ${ending}`
      const page = await look(
        await fill(taken, { title, 'countries-1': '', 'countries-2': 'KI' }),
        `x.${ending}`,
      )
      const kept = await press(page, { organization: 'harbour-office', into: 'entry' })
      assert.deepEqual([kept.status, kept.id], [303, id], wordsOf(kept.text))
      const entry = (await workOn(site.db, amina, id)) ?? assert.fail()
      assert.deepEqual([entry.content.title, entry.content.countries], [title, ['KI']])
      assert.deepEqual(entry.content.actionLines, [
        { code: 'C2', why: 'The islands had no network.', themes: [] },
      ])
      assert.equal(entry.externalKey, 'k-1')
      assert.equal((await contactOf(site.db, id))?.firstName, 'A')
    }
  })

  test('leaves an entry as it is where questions have been taken out of the file', async () => {
    const id = await draftEntry(site.db, { actor: amina, at, organization: 'harbour-office' })
    const cells = (row: number, ...texts: string[]) =>
      `<row r="${row}">${texts.map((text, place) => `<c r="${'ABCD'[place]}${row}" t="str"><v>${text}</v></c>`).join('')}</row>`
    const few = await workbook({
      sheets: {
        x:
          cells(1, 'Question', 'Answer') +
          cells(2, 'Titre', 'Deux bateaux') +
          cells(3, 'x', `A1-fr-${id}-1`, 'y', 'form'),
      },
    })
    const kept = await press(await look(few), { organization: 'harbour-office', into: 'entry' })
    assert.equal(kept.status, 303, wordsOf(kept.text))
    const entry = (await workOn(site.db, amina, id)) ?? assert.fail()
    assert.equal(entry.content.title, 'Deux bateaux')
    assert.deepEqual(
      [entry.content.countries, entry.content.type, entry.organization],
      [['TV'], 'project', 'harbour-office'],
    )
  })

  test('asks what to do when the entry has changed meanwhile, and shows both', async () => {
    const id = await draftEntry(site.db, { actor: amina, at, organization: 'harbour-office' })
    const taken = await file(`/en/entries/${id}/questionnaire.xlsx`)
    await saveEntry(site.db, { actor: amina, at, id, changes: { content: { title: 'Seven boats' } } })
    const page = await look(await filledXlsx(taken, { title: 'Eight boats' }))
    assert.match(wordsOf(page.text), /Title Seven boats Eight boats/)
    assert.equal((await press(page)).status, 422)
    const draft = await press(page, { into: 'new' })
    assert.equal(draft.status, 303)
    assert.notEqual(draft.id, id)
    assert.equal((await workOn(site.db, amina, id))?.content.title, 'Seven boats')

    await saveEntry(site.db, { actor: amina, at, id, changes: { content: { title: 'Nine boats' } } })
    const late = await press(page, { into: 'entry' })
    assert.equal(late.status, 409)
    assert.match(wordsOf(late.text), /Title Nine boats Eight boats/)
    const kept = await press(late, { into: 'entry' })
    assert.deepEqual([kept.status, kept.id], [303, id])
    assert.equal((await workOn(site.db, amina, id))?.content.title, 'Eight boats')
  })

  test('becomes a new draft of one’s own where the entry is somebody else’s, or waits', async () => {
    const others = await draftEntry(site.db, {
      actor: person('olga'),
      at,
      organization: 'harbour-office',
      title: 'Hidden',
    })
    assert.equal(
      (await site.ask(`/en/entries/${others}/questionnaire.xlsx`, { Cookie: by.cookie })).status,
      404,
    )
    const waiting = await sentEntry(site.db, {
      actor: amina,
      at,
      organization: 'harbour-office',
      title: 'Sent',
    })
    assert.equal(
      (await site.ask(`/en/entries/${waiting}/questionnaire.docx`, { Cookie: by.cookie })).status,
      409,
    )
    for (const id of [others, waiting, 'zzzzzzzzzz']) {
      const page = await look(await filledXlsx(blank, { title: 'Mine', form: `A1-en-${id}-1` }))
      assert.match(page.text, /cannot change the entry from which the file was made/)
      assert.doesNotMatch(page.text, /Hidden/)
      const made = await press(page, { into: 'entry' })
      assert.equal(made.status, 303)
      assert.notEqual(made.id, id)
    }
    assert.equal((await workOn(site.db, person('olga'), others))?.content.title, 'Hidden')
  })

  test('writes no formula, and takes what a formula gives as text', async () => {
    const id = await draftEntry(site.db, { actor: amina, at, organization: 'harbour-office', title: '=1+1' })
    const parts = await unpacked(await file(`/en/entries/${id}/questionnaire.xlsx`))
    assert.doesNotMatch(parts['xl/worksheets/sheet1.xml'] ?? '', /<f>/)
    const style = /<c r="B\d+" s="(\d+)" t="inlineStr"><is><t xml:space="preserve">=1\+1</.exec(
      parts['xl/worksheets/sheet1.xml'] ?? '',
    )?.[1]
    const formats = (parts['xl/styles.xml'] ?? '').split('<cellXfs')[1]?.split('<xf ').slice(1) ?? []
    assert.match(formats[Number(style)] ?? '', /quotePrefix="1"/)
    const formula = `<row r="1"><c r="A1" t="str"><v>Title</v></c><c r="B1" t="str"><f>HYPERLINK("https://evil.example")</f><v>Click</v></c></row>`
    const page = await look(await workbook({ sheets: { x: formula } }))
    assert.match(page.text, /<dd><span lang="en" dir="ltr">Click<\/span><\/dd>/)
    assert.doesNotMatch(page.text, /evil\.example/)
  })
})
