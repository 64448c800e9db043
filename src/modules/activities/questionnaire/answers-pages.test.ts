import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { holdFile } from '#platform/files/file-commands.ts'
import type { Visit } from '#platform/web/visit.ts'
import { insertPeople, newOrganization } from '../../../../test/accounts-samples.ts'
import { validator } from '../../../../test/html-validator.ts'
import { filledDocx, filledXlsx, withPart } from '../../../../test/office-files.ts'
import { senderOf, wordsOf, type Sender } from '../../../../test/questionnaires.ts'
import { workbook } from '../../../../test/sheet-parts.ts'
import { person, testSite, type SignedIn, type TestSite } from '../../../../test/test-site.ts'
import { zipOf } from '../../../../test/zip-files.ts'
import { words as allWords } from '../../../site.ts'
import { workOn } from '../activity-queries.ts'
import { mendedIn } from './mended.ts'
import { returnedFile } from './returned.ts'

const amina = person('amina')
const at = new Date('2026-11-21T12:00:00Z')
const address = '/en/questionnaire/answers'
const words = allWords()

describe('sending a questionnaire in', () => {
  let site: TestSite
  let by: SignedIn
  let eve: SignedIn
  let file: Sender['file']
  let look: Sender['look']
  let press: Sender['press']
  let blank: Record<'xlsx' | 'docx', Uint8Array>

  before(async () => {
    site = await testSite()
    await insertPeople(site.db, ['amina', 'eve'])
    await newOrganization(site.db, { id: 'harbour-office', name: { en: 'Harbour Office' } })
    await newOrganization(site.db, {
      id: 'secret-office',
      name: { en: 'Secret Office' },
      visibility: 'secretariat',
    })
    by = site.as(amina)
    eve = site.as(person('eve'))
    ;({ file, look, press } = senderOf(site, by))
    blank = { xlsx: await file('/en/questionnaire.xlsx'), docx: await file('/en/questionnaire.docx') }
  })

  const count = async () => {
    const all = await site.db.selectFrom('activities').select('id').execute()
    return all.length
  }

  test('asks whoever is not signed in to do so, and gives everybody the blank ones', async () => {
    assert.match((await site.ask(address)).headers.get('Location') ?? '', /sign-in/)
    const page = await site.get('/ar/questionnaire')
    for (const language of ['ar', 'zh', 'en', 'fr', 'ru', 'es'])
      for (const ending of ['xlsx', 'docx'])
        assert.ok(page.text.includes(`href="/${language}/questionnaire.${ending}"`))
    assert.match((await by.get('/en/entries')).text, /href="\/en\/questionnaire"/)
    assert.match((await by.get('/en/entries/new')).text, /href="\/en\/questionnaire"/)
  })

  test('says what was understood and what was not, with the nearest value, and keeps nothing before', async () => {
    const before = await count()
    const filled = await filledXlsx(blank.xlsx, {
      title: 'Boats',
      'countries-1': 'Tuvaluu',
      'countries-2': 'Kiribati; Atlantis',
      'sdg-1': '9.z',
      'sdg-why-1': 'cables',
      'lines-why-2': 'a reason for nothing',
      'themes-1': 'C2.4',
      start: '2026-13',
      end: '2020',
      website: 'boats',
      summary: 'word '.repeat(201),
      amount: 'much',
      email: 'amina',
      type: '=cmd|calc',
    })
    const page = await look(filled)
    assert.equal(page.status, 200)
    assert.deepEqual(await faultsOf(page.text), [])
    const said = wordsOf(page.text)
    for (const sentence of [
      'Countries (1): “Tuvaluu” is not in the list of codes. The nearest is Tuvalu.',
      'Countries (2): “Atlantis” is not in the list of codes.',
      'Sustainable Development Goals and targets (1): “9.z” is not in the list of codes. The nearest is 9 · Industry, innovation and infrastructure.',
      'WSIS action lines (2): must be filled in',
      'Sub-themes (1): belongs to the action line C2, which is not chosen.',
      'Start: a year, a month or a day, such as 2026',
      'Website: a web address that begins with https:// or http://',
      'Summary: at most 200 words; it has 201',
      'Amount: an amount without sign',
      'E-mail address: an e-mail address, such as',
      'Type of activity: “=cmd|calc” is not in the list of codes.',
    ])
      assert.ok(said.includes(sentence), `${sentence}\n${said}`)
    assert.match(page.text, /<dd><bdi>Kiribati<\/bdi><\/dd>/)
    assert.match(page.text, /value="2026-13"/)
    assert.doesNotMatch(page.text, /<dd><bdi>2026-13<\/bdi><\/dd>/)
    assert.equal(await count(), before)

    const again = await press(page)
    assert.equal(again.status, 422)
    assert.equal(await count(), before)

    const emptied = [...page.text.matchAll(/name="mended"\s+value="([^"]+)"/g)].map(
      ([, name]) => `answer-${name}`,
    )
    const mended = {
      ...Object.fromEntries(emptied.map((name) => [name, ''])),
      'answer-countries-1': 'Tuvalu',
      'answer-countries-2': 'Kiribati',
      'answer-start': '2026-12',
      'answer-summary': 'Four boats.',
    }
    const body = await press(page, mended)
    assert.equal(body.status, 422, 'the end comes before the start')
    assert.ok(wordsOf(body.text).includes('There is a problem End: the end comes before the start'))
    assert.match(wordsOf(body.text), /belongs to no question .* a reason for nothing cables/)
    const made = await press(body, { 'answer-end': '2027' })
    assert.equal(made.status, 303, wordsOf(made.text))
    const { content, state } = (await workOn(site.db, amina, made.id)) ?? assert.fail()
    assert.equal(state, 'draft')
    assert.deepEqual(
      [content.title, content.countries, content.start, content.end, content.summary, content.website],
      ['Boats', ['TV', 'KI'], '2026-12', '2027', 'Four boats.', null],
    )
  })

  test('finds the organization by its name, tells the nearest, and names none that one may not see', async () => {
    const named = async (organization: string) =>
      wordsOf((await look(await filledXlsx(blank.xlsx, { title: 'Boats', organization }))).text)
    assert.doesNotMatch(await named('harbour office'), /Organization: “/)
    assert.match(
      await named('Harbor Office'),
      /“Harbor Office” is not in the list of codes. The nearest is Harbour Office\./,
    )
    const secret = await named('Secret Offic')
    assert.match(secret, /“Secret Offic” is not in the list of codes\./)
    assert.doesNotMatch(secret, /Secret Office/)
  })

  test('is not taken by somebody else with the file of the first', async () => {
    const page = await look(await filledXlsx(blank.xlsx, { title: 'Mine' }))
    const held = /name="_held-file"\s+value="([^"]+)"/.exec(page.text)?.[1] ?? ''
    const token = /name="_token"\s+value="([^"]*)"/.exec((await eve.get(address)).text)?.[1] ?? ''
    const answer = await eve.send(address, { _token: token, '_held-file': held, read: 'yes' })
    assert.equal(answer.status, 422)
  })

  test('tells the language by the questions when the mark was lost, and states what belongs to none', async () => {
    const spanish = await file('/es/questionnaire.docx')
    const without = await withPart(
      await filledDocx(spanish, { title: 'Barcos' }),
      'word/document.xml',
      (xml) =>
        xml
          .replace(/<w:t xml:space="preserve">A1-es<\/w:t>/, '<w:t>?</w:t>')
          .replace(
            '<w:sectPr>',
            '<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Otra cosa</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>loose words</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:sectPr>',
          ),
    )
    const page = await look(without, 'x.docx')
    assert.match(wordsOf(page.text), /Language of the questionnaire: Español/)
    assert.match(wordsOf(page.text), /belongs to no question .* loose words/)
    const made = await press(page)
    assert.equal((await workOn(site.db, amina, made.id))?.language, 'es')
  })

  test('refuses what is empty, of another kind, of a later version, damaged or hostile, in one sentence', async () => {
    const refusals: [string, Uint8Array, RegExp][] = [
      ['x.xlsx', await filledXlsx(blank.xlsx, { language: '', licence: '' }), /Nothing is filled in/],
      ['x.docx', blank.xlsx, /no questionnaire of this site/],
      ['x.xlsx', blank.docx, /no questionnaire of this site/],
      [
        'x.xlsx',
        await workbook({ sheets: { a: '<row r="1"><c r="A1" t="str"><v>Name</v></c></row>' } }),
        /no questionnaire of this site/,
      ],
      ['x.xlsx', zipOf({ 'a.txt': 'x' }), /no questionnaire of this site/],
      [
        'x.xlsx',
        await filledXlsx(blank.xlsx, { title: 'x', form: 'A2-en' }),
        /version that cannot be read here/,
      ],
      ['x.xlsx', blank.xlsx.subarray(0, 3000), /damaged/],
      ['x.docx', blank.docx.subarray(0, 3000), /damaged/],
      ['x.xlsx', await bomb('xl/worksheets/sheet1.xml', blank.xlsx), /unfolds to far more/],
      ['x.docx', await bomb('word/document.xml', blank.docx), /unfolds to far more/],
      ['x.pdf', Buffer.from('%PDF-1.7'), /must be a file of one of these kinds/],
      ['x.xlsx', Buffer.from('PK, but no file'), /must be a file of one of these kinds/],
      ['x.docx', new Uint8Array(6_000_000), /at most 5 MB/],
    ]
    const before = await count()
    for (const [name, bytes, sentence] of refusals) {
      const page = await look(bytes, name)
      assert.equal(page.status, 422, `${name} ${String(sentence)}`)
      assert.match(wordsOf(page.text), sentence)
    }
    assert.equal((await by.post(address)).status, 422)
    assert.equal(await count(), before)
  })

  test('asks the database as often for many answers as for one', async () => {
    const asked = async (answers: Record<string, string>) => {
      let count = 0
      const db = site.db.withPlugin({
        transformQuery: ({ node }) => {
          if (!JSON.stringify(node).includes('"history"')) count += 1
          return node
        },
        transformResult: async ({ result }) => result,
      })
      const bytes = await filledXlsx(blank.xlsx, { title: 'x', organization: 'Harbour Office', ...answers })
      const upload = { name: 'x.xlsx', type: 'application/octet-stream', bytes }
      const held = await holdFile(site.db, 'holder', upload, at)
      const visit = { db, actor: amina, language: 'en', t: words.en, now: at } as Visit
      const returned = await returnedFile(visit, words, held, mendedIn({}))
      assert.ok(!('issue' in returned))
      return { count, countries: returned.subject.activity.content.countries.length }
    }
    await asked({})
    const few = await asked({})
    const codes = ['TV', 'KI', 'KE', 'FR']
    const many = await asked(Object.fromEntries(codes.map((code, row) => [`countries-${row + 1}`, code])))
    assert.deepEqual([few.countries, many.countries, many.count], [0, 4, few.count])
    assert.ok(few.count > 0 && few.count < 10)
  })
})

/** A part that unfolds to two hundred megabytes. */
const bomb = async (part: string, bytes: Uint8Array) =>
  withPart(bytes, part, (xml) => xml.replace(/></, `>${' '.repeat(70_000_000)}<`))

const faultsOf = async (page: string) =>
  (await validator.validateString(page)).results.flatMap(({ messages }) =>
    messages.map(({ line, ruleId, message }) => `${line} ${ruleId}: ${message}`),
  )
