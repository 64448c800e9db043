import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { XmlDocument, XsdValidator } from 'libxml2-wasm'
import { record } from '#platform/history.ts'
import { questionsOf } from '../../../../test/questions.ts'
import { insertPeople, newOrganization } from '../../../../test/accounts-samples.ts'
import { changeActivity, putActivities } from '../../../../test/published-activities.ts'
import { testSite, type TestSite } from '../../../../test/test-site.ts'

type Changes = {
  rows: { id: string; kind: string; at: string; revision: number; address: string; cursor: string }[]
  total: number
  next: string | null
}

const day = (number: number) => new Date(`2026-11-${String(number).padStart(2, '0')}T10:00:00.500Z`)
const secrets = ['SECRETDRAFT', 'SECRETUPDATE', 'SECRETNOTE', 'SECRETCONTACT', 'dddddddddd', 'amina', 'olga']
const hostileTitle = 'Boats ]]> <script> "quoted" \'so\' \u0001\u202E\uFFFE & more'

let site: TestSite

describe('harvesting', () => {
  before(async () => {
    site = await testSite()
    await insertPeople(site.db, ['amina', 'olga'])
    await newOrganization(site.db, { id: 'harbour-office', country: 'KE', region: 'africa' })
    await putActivities(site.db, [
      {
        id: 'aaaaaaaaaa',
        at: day(1),
        organization: 'harbour-office',
        language: 'fr',
        licence: 'CC-BY-SA-4.0',
        content: {
          title: hostileTitle,
          summary: 'Des bateaux.',
          actionLines: [{ code: 'C2', why: 'Parce que ]]>', themes: ['C2.4'] }],
          budget: { amount: 12.5, currency: 'CHF' },
        },
        work: { title: 'SECRETUPDATE' },
      },
      { id: 'bbbbbbbbbb', at: day(2), content: { countries: ['FR'] }, example: true },
      { id: 'cccccccccc', at: day(3) },
      { id: 'dddddddddd', at: day(4), state: 'draft', content: { title: 'SECRETDRAFT' } },
    ])
    const { db } = site
    await changeActivity(
      db,
      { id: 'bbbbbbbbbb', at: day(5), act: 'edit' },
      { content: '{"title":"SECRETUPDATE"}' },
    )
    await changeActivity(db, { id: 'bbbbbbbbbb', at: day(6), act: 'archive' }, { state: 'archived' })
    await changeActivity(
      db,
      { id: 'cccccccccc', at: day(7), act: 'merge' },
      { state: 'merged', merged_into: 'aaaaaaaaaa' },
    )
  })

  describe('the list of changes', () => {
    const changes = async (query: string) =>
      (await site.json(`/en/activities/changes.json?${query}`)) as Changes
    const told = ({ rows }: Changes) => rows.map(({ id, kind }) => `${id.slice(0, 1)} ${kind}`)

    test('tells what the public could see, in the order of the history since a moment, the latest first without', async () => {
      const all = await changes('since=2026-11-01')
      assert.deepEqual(told(all), ['a published', 'b published', 'c published', 'b archived', 'c merged'])
      assert.deepEqual([all.total, all.next], [5, null])
      assert.equal(all.rows[0]?.address, 'https://actionline.test/activities/aaaaaaaaaa')
      assert.deepEqual(told(await changes('since=2026-11-03T10:00:01Z')), ['b archived', 'c merged'])
      assert.deepEqual(told(await changes('')), told(all).toReversed())
    })

    test('gives each change once, however it is cut, and goes on where somebody stopped', async () => {
      const seen: string[] = []
      let page = await changes('since=2026-11-01&limit=2')
      seen.push(...told(page))
      while (page.next !== null) {
        page = await changes(`since=2026-11-01&limit=2&after=${page.next}`)
        seen.push(...told(page))
      }
      assert.deepEqual(seen, told(await changes('since=2026-11-01')))
      const last = page.rows.at(-1)?.cursor ?? ''
      assert.deepEqual((await changes(`since=2026-11-01&after=${last}`)).rows, [])
      await changeActivity(
        site.db,
        { id: 'bbbbbbbbbb', at: day(8), act: 'confirm' },
        { state: 'published', confirmed_at: day(8) },
      )
      // Another address: an answer is kept for a second.
      assert.deepEqual(told(await changes(`since=2026-11-01&limit=9&after=${last}`)), ['b confirmed'])
    })

    test('tells each entry that an import has published, and none of those that it left as drafts', async () => {
      const { db } = site
      const [one, two] = await Promise.all(
        ['aaaaaaaaaa', 'dddddddddd'].map((id) =>
          db.selectFrom('activities').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
        ),
      )
      const again = (row: NonNullable<typeof one>, id: string) => ({
        ...row,
        id,
        content: JSON.stringify(row.content),
        published: row.published && JSON.stringify(row.published),
        returned: null,
        ...(row.published && { first_published_at: day(9), changed_at: day(9), confirmed_at: day(9) }),
      })
      await db.transaction().execute(async (tx) => {
        await tx
          .insertInto('activities')
          .values([again(one!, 'hhhhhhhhhh'), again(one!, 'jjjjjjjjjj'), again(two!, 'kkkkkkkkkk')])
          .execute()
        const line = {
          act: 'activities.import',
          subject: { kind: 'activity-import', id: 'i1' },
          actor: 'olga',
        }
        await record(tx, line, day(9))
      })
      assert.deepEqual(told(await changes('since=2026-11-09')), ['h published', 'j published'])
    })

    test('is a feed with a way to its next page, and holds nothing that is not public', async () => {
      const feed = await site.get('/fr/activities/changes.atom?limit=2')
      assert.match(
        feed.text,
        /<link rel="next" type="application\/atom\+xml" href="https:\/\/actionline\.test\/fr\/activities\/changes\.atom\?limit=2&amp;after=/,
      )
      XmlDocument.fromString(feed.text).dispose()
      for (const address of [
        '/en/activities/changes',
        '/en/activities/changes.json',
        '/en/activities/changes.csv',
        '/en/activities/changes.atom?limit=200',
      ]) {
        const { text } = await site.get(address)
        for (const secret of secrets) assert.ok(!text.includes(secret), `${address}: ${secret}`)
      }
    })

    test('refuses moments that are none and cursors of other lists', async () => {
      for (const query of [
        'since=yesterday',
        'since=2026-02-30',
        'after=xyz',
        'after=WyJhIiwiYiJd',
        'nonsense=1',
      ])
        assert.equal((await site.ask(`/en/activities/changes.json?${query}`)).status, 400, query)
    })
  })

  describe('OAI-PMH', () => {
    const namespaces = {
      o: 'http://www.openarchives.org/OAI/2.0/',
      dc: 'http://purl.org/dc/elements/1.1/',
      a: 'urn:x-actionline:activity:1',
    }
    const ask = async (query: string) => {
      const { status, text, type } = await site.get(`/oai?${query}`)
      assert.deepEqual([status, type], [200, 'text/xml; charset=utf-8'])
      const document = XmlDocument.fromString(text)
      const all = (path: string) => document.find(path, namespaces).map((node) => node.content)
      return { text, all, error: all('//o:error/@code')[0] ?? null }
    }

    test('tells who it is, its formats and its sets', async () => {
      const identify = await ask('verb=Identify')
      assert.deepEqual(
        ['baseURL', 'protocolVersion', 'deletedRecord', 'granularity', 'earliestDatestamp'].map(
          (name) => identify.all(`//o:Identify/o:${name}`)[0],
        ),
        ['https://actionline.test/oai', '2.0', 'persistent', 'YYYY-MM-DDThh:mm:ssZ', '2026-11-01T10:00:00Z'],
      )
      assert.deepEqual((await ask('verb=ListMetadataFormats')).all('//o:metadataPrefix'), [
        'oai_dc',
        'activity',
      ])
      const sets = (await ask('verb=ListSets')).all('//o:setSpec')
      assert.ok(sets.includes('line:C2') && sets.some((one) => one.startsWith('region:')))
      assert.ok(sets.every((spec) => /^[a-z]+:[\w-]+$/.test(spec)))
    })

    test('lists every public entry as it is and what is no longer one as deleted', async () => {
      const { all, text } = await ask('verb=ListRecords&metadataPrefix=oai_dc')
      assert.deepEqual(
        all('//o:header/o:identifier').map((one) => one.slice(-10)),
        ['aaaaaaaaaa', 'cccccccccc', 'bbbbbbbbbb', 'hhhhhhhhhh', 'jjjjjjjjjj'],
      )
      assert.deepEqual(all('//o:header[@status="deleted"]/o:identifier'), ['oai:actionline.test:cccccccccc'])
      assert.deepEqual(all('//o:record[1]/o:header/o:setSpec'), ['region:africa', 'line:C2'])
      assert.equal(all('//dc:title')[0], hostileTitle.replace('\u0001', '\uFFFD').replace('\uFFFE', '\uFFFD'))
      assert.deepEqual(all('//o:record[1]//dc:rights'), [
        'CC-BY-SA-4.0',
        'https://creativecommons.org/licenses/by-sa/4.0/',
      ])
      for (const secret of secrets) assert.ok(!text.includes(secret), secret)
    })

    test('gives the whole record by a schema that it follows', async () => {
      const { all, text } = await ask(
        'verb=GetRecord&metadataPrefix=activity&identifier=oai:actionline.test:aaaaaaaaaa',
      )
      assert.deepEqual(all('//a:actionLine/@code'), ['C2'])
      const schema = (await site.get('/oai/activity.xsd')).text
        .replace(/<xs:import[^>]*>/, '')
        .replaceAll('<xs:attribute ref="xml:lang"/>', '<xs:anyAttribute processContents="lax"/>')
      const record = XmlDocument.fromString(/<activity .*<\/activity>/s.exec(text)?.[0] ?? '')
      XsdValidator.fromDoc(XmlDocument.fromString(schema)).validate(record)
    })

    test('takes lists apart by signed tokens, each record once, also by POST', async () => {
      await putActivities(
        site.db,
        Array.from({ length: 230 }, (_, place) => ({
          id: `m${String(place).padStart(9, '0')}`,
          at: day(12),
        })),
      )
      const seen: string[] = []
      let { all } = await ask('verb=ListIdentifiers&metadataPrefix=oai_dc&from=2026-11-12&until=2026-11-12')
      for (let token = all('//o:resumptionToken')[0] ?? ''; ; token = all('//o:resumptionToken')[0] ?? '') {
        seen.push(...all('//o:identifier'))
        if (token === '') break
        const body = new URLSearchParams({ verb: 'ListIdentifiers', resumptionToken: token })
        const answer = await site.app.fetch(
          new Request('https://actionline.test/oai', { method: 'POST', body }),
        )
        const document = XmlDocument.fromString(await answer.text())
        all = (path: string) => document.find(path, namespaces).map((node) => node.content)
        const forged = `${token.slice(0, 20)}${token[20] === 'A' ? 'B' : 'A'}${token.slice(21)}`
        assert.equal(
          (await ask(`verb=ListIdentifiers&resumptionToken=${forged}`)).error,
          'badResumptionToken',
        )
        assert.equal((await ask(`verb=ListRecords&resumptionToken=${token}`)).error, 'badResumptionToken')
      }
      assert.deepEqual([seen.length, new Set(seen).size], [230, 230])
    })

    test('takes the same set from a list as stands in the headers', async () => {
      const africa = await ask(
        'verb=ListIdentifiers&metadataPrefix=oai_dc&set=region:africa&until=2026-11-09',
      )
      assert.deepEqual(
        africa.all('//o:identifier').map((one) => one.slice(-10)),
        ['aaaaaaaaaa', 'hhhhhhhhhh', 'jjjjjjjjjj'],
      )
      const line = await ask('verb=ListIdentifiers&metadataPrefix=oai_dc&set=line:C2')
      assert.equal(line.all('//o:identifier').length, 3)
    })

    test('tells every mistake by its code', async () => {
      const mistakes: [string, string][] = [
        ['', 'badVerb'],
        ['verb=Guess', 'badVerb'],
        ['verb=toString', 'badVerb'],
        ['verb=Identify&verb=Identify', 'badVerb'],
        ['verb=Identify&set=x', 'badArgument'],
        ['verb=ListRecords', 'badArgument'],
        ['verb=ListRecords&metadataPrefix=oai_dc&from=2026-13-01', 'badArgument'],
        ['verb=ListRecords&metadataPrefix=oai_dc&from=2026-11-01&until=2026-11-02T00:00:00Z', 'badArgument'],
        ['verb=ListRecords&metadataPrefix=oai_dc&from=2026-11-02&until=2026-11-01', 'badArgument'],
        ['verb=ListRecords&metadataPrefix=oai_dc&set=nothing:here', 'badArgument'],
        ['verb=ListRecords&metadataPrefix=oai_dc&resumptionToken=x', 'badArgument'],
        ['verb=ListRecords&metadataPrefix=oai_dc&%01%3C=1', 'badArgument'],
        ['verb=ListRecords&resumptionToken=x.y', 'badResumptionToken'],
        ['verb=ListSets&resumptionToken=x', 'badResumptionToken'],
        ['verb=ListRecords&metadataPrefix=marc', 'cannotDisseminateFormat'],
        ['verb=ListRecords&metadataPrefix=oai_dc&from=2030-01-01', 'noRecordsMatch'],
        ['verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:actionline.test:dddddddddd', 'idDoesNotExist'],
        ['verb=GetRecord&metadataPrefix=oai_dc&identifier=%00%01%3Cx', 'idDoesNotExist'],
      ]
      for (const [query, code] of mistakes) assert.equal((await ask(query)).error, code, query)
    })

    test('asks the database as often for one record as for many', async () => {
      const count = await questionsOf(site.db)
      const few = await count(
        '/oai?verb=ListRecords&metadataPrefix=activity&from=2026-11-08&until=2026-11-08',
      )
      const many = await count('/oai?verb=ListRecords&metadataPrefix=activity')
      assert.equal(few, many)
      assert.equal(
        await count('/en/activities/changes.json?limit=1'),
        await count('/en/activities/changes.json?limit=100'),
      )
    })
  })
})
