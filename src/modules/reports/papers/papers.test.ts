import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { before, describe, test } from 'node:test'
import { operator } from '#platform/access/actor.ts'
import { jobsAskedFor } from '#platform/jobs/asked-for.ts'
import { readSettings } from '#platform/settings.ts'
import { writeMachineTranslation } from '#platform/texts/texts.ts'
import { words } from '../../../site.ts'
import { insertPeople } from '../../../../test/accounts-samples.ts'
import { testMoment } from '../../../../test/register-database.ts'
import { frozenReport, newReport, putEntries, steps, writeAll } from '../../../../test/report-samples.ts'
import { person, testSite, type SignedIn, type TestSite } from '../../../../test/test-site.ts'
import { unpacked } from '../../../../test/office-files.ts'
import { verifyReport } from '../freezing/edition-queries.ts'
import { saveTemplate } from '../templates/template-commands.ts'
import { reportTemplate } from '../templates/template-queries.ts'
import { sectionsOf } from '../sections/section-queries.ts'
import { makePapers, type PaperParts } from './papers-job.ts'

const settings = readSettings({ PUBLIC_URL: 'https://actionline.test' }, '/')

type Row = { language: string; form: string; state: string; address: string; size: number; sha256: string }

describe('papers of reports', () => {
  let site: TestSite
  let officer: SignedIn
  let frozen: string
  let digest: string
  let now = testMoment
  let parts: PaperParts
  before(async () => {
    site = await testSite()
    await insertPeople(site.db, ['officer', 'eve', 'tess'])
    await putEntries(site.db)
    officer = site.as(person('officer', { role: 'secretariat', scope: null }))
    ;({ id: frozen, digest } = await frozenReport(
      site.db,
      {
        introduction:
          'There are {{entries}} entries, as [[/revisions/pp-140-dubai-2018/instructs-secretary-general/5]] asks.',
        stocktaking: '=cmd|calc <script>alert(1)</script>\n\n{{entries-by-line}}',
      },
      {
        agendaItem: 'PL 1.5',
        words: {
          title: 'Report on lamps',
          summary: 'Lamps were counted.',
          action: 'Note it.',
          meeting: 'Council 2027, Geneva',
        },
      },
    ))
    parts = { db: site.db, settings, translate: words(), now: () => now, isStopping: () => false }
  })

  const papersOf = async (who: SignedIn | TestSite, id: string) =>
    (JSON.parse((await who.get(`/en/reports/${id}.json`)).text) as { papers: Row[] }).papers

  test('are wanted by freezing, and a page tells when they will be there', async () => {
    assert.equal(jobsAskedFor().includes('reports.papers'), true)
    const waiting = await site.ask(`/en/reports/${frozen}.pdf`)
    assert.equal(waiting.status, 202)
    assert.match(waiting.headers.get('Retry-After') ?? '', /^\d+$/)
    assert.match(await waiting.text(), /This paper is being made/)
    assert.equal(
      (await papersOf(site, frozen)).every(({ state }) => state === 'making'),
      true,
    )
  })

  test('are made once, in six languages and all forms, and stay', async () => {
    await makePapers(parts)
    // A visitor's answer may be a second old.
    const papers = await papersOf(officer, frozen)
    assert.deepEqual(
      papers.filter(({ state }) => state !== 'made'),
      [],
    )
    assert.equal(papers.length, 19)
    await makePapers(parts)
    assert.deepEqual(await papersOf(officer, frozen), papers)
  })

  test('are handed out with their checksum, whole, in parts, or not again', async () => {
    for (const { address, size, sha256 } of await papersOf(officer, frozen)) {
      const answer = await site.ask(address)
      assert.equal(answer.status, 200, address)
      const bytes = Buffer.from(await answer.arrayBuffer())
      assert.equal(bytes.length, size)
      assert.equal(createHash('sha256').update(bytes).digest('hex'), sha256)
      assert.equal(answer.headers.get('ETag'), `"${sha256}"`)
    }
    const address = `/fr/reports/${frozen}.docx`
    const etag = (await site.ask(address)).headers.get('ETag') ?? ''
    assert.equal((await site.ask(address, { 'If-None-Match': etag })).status, 304)
    const some = await site.ask(address, { Range: 'bytes=0-1' })
    assert.deepEqual([some.status, await some.text()], [206, 'PK'])
  })

  test('carry the head that the recipient wants', async () => {
    const { paper } = (await site.json(`/en/reports/${frozen}/paper.json`)) as {
      paper: { head: Record<string, unknown> & { boxes: { name: string }[] } }
    }
    const { boxes, ...head } = paper.head
    assert.deepEqual(head, {
      recipient: 'ITU Council',
      meeting: 'Council 2027, Geneva',
      number: 'C26/35-E',
      marks: [
        { name: 'Agenda item', value: 'PL 1.5' },
        { name: 'Document', value: 'C26/35-E' },
        { name: 'Date', value: '21 November 2026' },
        { name: 'Original', value: 'English' },
      ],
      from: 'Report by the Secretary-General',
      warnings: [],
    })
    assert.deepEqual(
      boxes.map(({ name }) => name),
      ['Summary', 'Action required', 'References'],
    )
    const places = /"Resolution 140 \(Rev\. Dubai, 2018\)"[^]*": instructs \(Secretary-General of ITU\) 5"/
    assert.match(JSON.stringify(boxes[2]), places)
  })

  test('keep the head that their template had when they were frozen, and are verified with it', async () => {
    const template = await reportTemplate(site.db, 'council-comprehensive')
    if (template === null) throw new Error('no template is shipped')
    const head = { lines: ['symbol' as const], boxes: [], from: null }
    const at = new Date(testMoment.getTime() + 60_000)
    await saveTemplate(site.db, { actor: operator, at, template: { ...template, head }, isNew: false })
    const { paper } = (await site.json(`/en/reports/${frozen}/paper.json`)) as {
      paper: { head: { from: string } }
    }
    assert.equal(paper.head.from, 'Report by the Secretary-General')
    assert.deepEqual((await verifyReport(site.db, 'C26/35'))?.faults, [])
    await saveTemplate(site.db, { actor: operator, at, template, isNew: false })
  })

  test('follow the template, whose head the secretariat chooses, with who reports in all languages', async () => {
    const path = '/en/report-templates/new?from=tsb-summary'
    const typed = Object.fromEntries(
      [...(await officer.get(path)).text.matchAll(/name="([^"_]+)"[^>]*?value="([^"]*)"/gs)]
        .map(([, name = '', value = '']): [string, string | string[]] => [name, value])
        .filter(([name]) => !/^limit-\w+-\d|^head-/.test(name)),
    )
    const own = { code: 'own-head', cadence: 'annual', 'limit-unit': 'pages' }
    const chosen = { 'head-lines': ['symbol', 'group'], 'head-boxes': ['action'] }
    const wrong = await officer.post(path, { ...typed, ...own, ...chosen, 'from-zh': '' })
    assert.equal(wrong.status, 422)
    assert.match(wrong.text, /id="f-from-zh"[^>]*aria-invalid="true"/)
    assert.equal((await officer.post(path, { ...typed, ...own, ...chosen })).status, 303)
    const { head } = (await site.json('/en/report-templates/own-head.json')) as {
      head: { lines: string[]; boxes: string[]; from: Record<string, string> }
    }
    assert.deepEqual(
      [head.lines, head.boxes, head.from['fr']],
      [
        ['group', 'symbol'],
        ['action'],
        'Rapport du Directeur du Bureau de la normalisation des télécommunications',
      ],
    )
  })

  test('hold, as data, what an outsider needs to check them', async () => {
    const answer = await site.ask(`/ar/reports/${frozen}.zip`)
    const files = await unpacked(new Uint8Array(await answer.arrayBuffer()))
    const text = (name: string) => files[name] ?? ''
    const sha = (name: string) => createHash('sha256').update(text(name)).digest('hex')
    assert.equal(sha('edition.json'), digest)
    const content = JSON.parse(text('edition.json')) as {
      sections: { parts: { key: string; records: { digest: string } }[] }[]
    }
    for (const { key, records } of content.sections.flatMap((section) => section.parts))
      assert.equal(sha(`records/${key}.json`), records.digest)
    assert.match(text('readme.md'), new RegExp(`العربية[^]*${digest}`))
    assert.match(
      text('parts/entries-by-line.csv'),
      /^row,row_label_ar,row_label_zh,row_label_en[^]*C2,[^\r]*,2,\r\n/,
    )
    assert.match(
      text('records/entries.csv'),
      /^id,revision,counted_for,address\r\nrprt000001,1,,https:\/\/actionline\.test\/en\/activities\/rprt000001\r\n/,
    )
    assert.match(text('records/entries-by-line.csv'), /\r\nrprt000001,1,C2[^\r,]*,https:/)
    const { resources } = JSON.parse(text('datapackage.json')) as { resources: { path: string }[] }
    assert.deepEqual(
      resources.filter(({ path }) => !(path in files)),
      [],
    )
  })

  test('let every number be cited with the version and checksum that prove it', async () => {
    const path = `/en/reports/${frozen}/parts/entries-by-line`
    const sentence = `Report on lamps, C26/35, version 1, 21 November 2026, “Entries of the Stocktaking · by action line”, SHA-256 ${digest}`
    assert.equal((await site.get(`${path}.txt`)).text, `${sentence}\nhttps://actionline.test${path}\n`)
    assert.match(
      (await site.get(`${path}.ris`)).text,
      new RegExp(`\\r\\nM1  - C26/35, [^]*SHA-256 ${digest}\\r\\n`),
    )
    assert.match((await site.get(`${path}.bib`)).text, /^@misc\{C26\/35-v1-entries-by-line,/)
    assert.equal((await site.get(path)).text.includes(digest), true)
  })

  test('say at every paragraph that a machine has translated, and in which state each language is', async () => {
    const id = await newReport(site.db)
    await steps(site.db, id, ['collect'])
    await writeAll(site.db, id, { introduction: 'One lamp.\n\nTwo lamps.' })
    const [section] = await sectionsOf(site.db, id)
    const segments = [
      { field: 'text', segment: 1, text: 'Une lampe.' },
      { field: 'text', segment: 2, text: 'Deux lampes.' },
    ]
    const record = { kind: 'report-section', id: section?.id ?? '', language: 'fr', segments } as const
    await site.db
      .transaction()
      .execute((tx) => writeMachineTranslation(tx, { ...record, engine: 'e' }, 'jobs', testMoment))
    const { translations } = JSON.parse((await officer.get(`/fr/reports/${id}.json`)).text) as {
      translations: { language: string; state: string; there: number; all: number }[]
    }
    assert.deepEqual(
      translations.map(({ language, state, there, all }) => `${language} ${state} ${there}/${all}`),
      [
        'ar missing 0/8',
        'zh missing 0/8',
        'en original 8/8',
        'fr partly 1/8',
        'ru missing 0/8',
        'es missing 0/8',
      ],
    )
    const { text } = await officer.get(`/fr/reports/${id}/paper`)
    for (const words of ['Une lampe.', 'Deux lampes.'])
      assert.equal(text.includes(`${words}\u00a0[TA]`), true)
    assert.match(text, /\[TA\]\u202f: traduction automatique/)
    assert.match(text, /Pas encore traduit/)
  })

  test('are made anew when the program makes them otherwise, and are handed out meanwhile', async () => {
    const address = `/es/reports/${frozen}.akn.xml`
    await site.db
      .updateTable('report_papers')
      .set({ maker: 0, tried_at: null })
      .where('form', '=', 'akn')
      .execute()
    assert.equal((await site.ask(address)).status, 200)
    await makePapers(parts)
    const old = await site.db.selectFrom('report_papers').select('form').where('maker', '=', 0).execute()
    assert.deepEqual(old, [])
    assert.equal((await site.ask(address)).status, 200)
  })

  test('of a draft are asked for, marked, shown only to those who see it, and gone after a day', async () => {
    const id = await newReport(site.db)
    await steps(site.db, id, ['collect'])
    await writeAll(site.db, id, {})
    assert.equal((await officer.get(`/en/reports/${id}.akn.xml`)).status, 404)
    assert.equal((await officer.get(`/en/reports/${id}.zip`)).status, 404)
    const asked = { form: ['akn'], language: ['en', 'ar'] }
    assert.equal((await officer.post(`/en/reports/${id}/papers`, asked)).status, 303)
    const waiting = await officer.get(`/en/reports/${id}.akn.xml`)
    assert.deepEqual([waiting.status, /This paper is being made/.test(waiting.text)], [202, true])
    await makePapers(parts)
    const paper = await officer.get(`/en/reports/${id}.akn.xml`)
    assert.match(paper.text, /DRAFT of 21 November 2026, not for quotation/)
    const outsider = site.as(person('eve', { role: 'focal-point', scope: 'organization:sample' }))
    for (const who of [site, outsider]) {
      assert.equal((await who.get(`/en/reports/${id}.akn.xml`)).status, 404)
      assert.equal((await who.get(`/en/reports/${id}/paper`)).status, 404)
    }
    const writer = site.as(person('tess', { role: 'focal-point', scope: 'body:tsb' }))
    assert.equal((await writer.get(`/ar/reports/${id}.akn.xml`)).status, 200)
    now = new Date(testMoment.getTime() + 25 * 60 * 60 * 1000)
    await makePapers(parts)
    now = testMoment
    assert.deepEqual(await papersOf(officer, id), [])
    const left = await site.db
      .selectFrom('report_paper_parts')
      .leftJoin('report_papers', 'report_papers.build', 'report_paper_parts.build')
      .select('report_paper_parts.build')
      .where('report_papers.build', 'is', null)
      .execute()
    assert.deepEqual(left, [])
  })

  test('are not asked for without end', async () => {
    const all = { form: ['akn', 'docx', 'pdf'], language: ['ar', 'zh', 'en', 'fr', 'ru', 'es'] }
    const [one, other] = [await newReport(site.db), await newReport(site.db)]
    assert.equal((await officer.post(`/en/reports/${one}/papers`, all)).status, 303)
    const full = await officer.post(`/en/reports/${other}/papers`, all)
    assert.equal(full.status, 422)
    assert.match(full.text, /no more are taken/)
    await site.db.deleteFrom('report_papers').where('report', '=', one).execute()
  })
})
