import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { parse } from 'csv-parse/sync'
import { testSite, type TestSite } from '../../../../test/test-site.ts'
import { dutyStates } from './duty.ts'
import { dutyShape, type DutyRecord } from './duty-shape.ts'
import { occurrenceShape, type OccurrenceRecord } from '../occurrences/occurrence-shape.ts'

type Listed<Row> = {
  rows: Row[]
  total: number
  next: string | null
  facets: { name: string; values: { value: string; count: number; chosen: boolean }[] }[]
}

let site: TestSite
const duties = async (query = '') => (await site.json(`/en/duties.json${query}`)) as Listed<DutyRecord>
const dueDates = async (query = '') =>
  (await site.json(`/en/calendar.json${query}`)) as Listed<OccurrenceRecord>

describe('duties and due dates on the real site', () => {
  before(async () => {
    site = await testSite()
  })

  describe('the duties', () => {
    test('are sent in exactly the shape that the API document describes', async () => {
      const { rows } = await duties('?limit=200')
      assert.deepEqual(
        rows.map((row) => dutyShape.parse(row)),
        rows,
      )
      assert.equal(rows.length, 77)
    })

    test('can be read page by page, each duty once', async () => {
      const seen: string[] = []
      let after: string | null = ''
      while (after !== null) {
        const part: Listed<DutyRecord> = await duties(`?limit=20&after=${after}`)
        seen.push(...part.rows.map(({ id }) => id))
        after = part.next
      }
      assert.equal(new Set(seen).size, seen.length)
      assert.equal(seen.length, 77)
    })

    test('are counted by every filter value as its list counts them', async () => {
      const { facets } = await duties('?limit=1')
      const wrong: string[] = []
      for (const { name, values } of facets) {
        for (const { value, count } of values) {
          const { total } = await duties(`?limit=1&${name}=${encodeURIComponent(value)}`)
          if (total !== count) wrong.push(`${name}=${value}: counted ${count}, listed ${total}`)
        }
      }
      assert.deepEqual(wrong, [])
      assert.deepEqual(
        facets.map(({ name }) => name),
        ['state', 'addressee', 'recipient', 'cadence', 'year', 'action-line', 'sdg', 'revision'],
      )
    })

    test('of two filters are those that both let through', async () => {
      const { rows, total } = await duties('?addressee=itu-sg&cadence=annual')
      assert.equal(total, rows.length)
      assert.deepEqual(
        rows.filter(
          ({ addressees, cadence }) =>
            !addressees.some(({ id }) => id === 'itu-sg') || cadence.value?.code !== 'annual',
        ),
        [],
      )
      assert.equal(total, 5)
    })

    test('stand whole in the table, with codes and labels beside each other', async () => {
      const { text, type } = await site.get('/fr/duties.csv')
      const rows = parse(text, { bom: true, columns: true }) as Record<string, string>[]
      assert.equal(type, 'text/csv; charset=utf-8; header=present')
      assert.equal(text.charCodeAt(0), 0xfeff)
      assert.equal(rows.length, 77)
      const annual = rows.find(({ cadence }) => cadence === 'annual')
      assert.notEqual(annual?.['cadence_label'], '')
      const names = Object.keys(rows[0] ?? {})
      assert.equal(names.indexOf('addressee_name'), names.indexOf('addressee') + 1)
    })

    test('stand in the feed with permanent names', async () => {
      const [english, chinese] = [await site.get('/en/duties.atom'), await site.get('/zh/duties.atom')]
      const ids = (text: string) => [...text.matchAll(/<entry><id>([^<]*)<\/id>/g)].map(([, id]) => id)
      assert.equal(english.type, 'application/atom+xml; charset=utf-8')
      assert.deepEqual(ids(english.text), ids(chinese.text))
      assert.equal(new Set(ids(english.text)).size, 50)
    })

    for (const [query, parameter, valid] of [
      ['?state=later', 'state', [...dutyStates]],
      ['?colour=red', 'colour', null],
      ['?addressee=nobody', 'addressee', null],
      ['?revision=pp-141', 'revision', ['pp-140-dubai-2018', 'wtsa-75-hammamet-2016']],
      ['?year=20x6', 'year', undefined],
      ['?after=nonsense', 'after', undefined],
      ['?limit=0', 'limit', undefined],
      ['?state=due&state=upcoming', 'state', undefined],
    ] as const) {
      test(`refuse ${query} with the name of the parameter, as data and as a page`, async () => {
        const [data, page] = [await site.get(`/en/duties.json${query}`), await site.get(`/ar/duties${query}`)]
        assert.deepEqual([data.status, page.status], [400, 400])
        assert.deepEqual([data.type, page.type], ['application/problem+json', 'text/html; charset=UTF-8'])
        const { errors } = JSON.parse(data.text) as {
          errors: { parameter: string; validValues?: string[] }[]
        }
        assert.deepEqual(
          errors.map((error) => error.parameter),
          [parameter],
        )
        if (valid === undefined) assert.equal(errors[0]?.validValues, undefined)
        else if (valid === null) assert.notEqual(errors[0]?.validValues?.length ?? 0, 0)
        else assert.deepEqual(errors[0]?.validValues, valid)
      })
    }
  })

  describe('the calendar', () => {
    test('shows the present year unless another is asked for', async () => {
      const [present, named, all] = [
        await dueDates(),
        await dueDates('?year=2026'),
        await dueDates('?year=all&limit=200'),
      ]
      assert.deepEqual(present.rows, named.rows)
      assert.deepEqual([...new Set(present.rows.map(({ year }) => year))], [2026])
      assert.equal(all.total, all.rows.length)
      assert.deepEqual(
        all.rows.map((row) => occurrenceShape.parse(row)),
        all.rows,
      )
    })

    test('counts every filter value as its list counts it', async () => {
      const { facets } = await dueDates('?year=all&limit=1')
      const wrong: string[] = []
      for (const { name, values } of facets) {
        for (const { value, count } of values) {
          const year = name === 'year' ? value : 'all'
          const filter = name === 'year' ? '' : `&${name}=${encodeURIComponent(value)}`
          const { total } = await dueDates(`?limit=1&year=${year}${filter}`)
          if (total !== count) wrong.push(`${name}=${value}: counted ${count}, listed ${total}`)
        }
      }
      assert.deepEqual(wrong, [])
    })

    test('never says of the past more than that there is no information', async () => {
      const { rows } = await dueDates('?year=2019')
      assert.deepEqual([...new Set(rows.map(({ state }) => state.code))], ['no-information'])
    })

    test('is a feed whose events have the same permanent names in every language', async () => {
      const { rows } = await dueDates('?year=all&limit=200')
      const uids = async (language: string) => {
        const { text, type } = await site.get(`/${language}/calendar.ics`)
        assert.equal(type, 'text/calendar; charset=utf-8')
        return [...unfolded(text).matchAll(/^UID:(.*)$/gm)].map(([, uid]) => uid)
      }
      const english = await uids('en')
      assert.deepEqual(
        english,
        rows.filter(({ year }) => year !== null).map(({ id }) => `actionline:${id}`),
      )
      assert.deepEqual(await uids('ar'), english)
    })

    test('puts what has only a year on its last day, and says so in the title', async () => {
      const { text } = await site.get('/en/calendar.ics?year=2026')
      const events = unfolded(text).split('BEGIN:VEVENT').slice(1)
      assert.equal(events.length, 9)
      assert.deepEqual(
        events.map((event) => /DTSTART;VALUE=DATE:(\d+)/.exec(event)?.[1]),
        Array.from({ length: 9 }, () => '20261231'),
      )
      assert.equal(events.filter((event) => event.includes('SUMMARY:2026\\, no day given: ')).length, 9)
    })

    test('gives the days of a conference from its first to its last', async () => {
      const { text } = await site.get('/en/calendar.ics?year=2022')
      const dated = unfolded(text)
        .split('BEGIN:VEVENT')
        .filter((event) => event.includes('DTSTART;VALUE=DATE:20220926'))
      assert.notEqual(dated.length, 0)
      assert.deepEqual(
        dated.filter((event) => !event.includes('DTEND;VALUE=DATE:20221015')),
        [],
      )
    })
  })
})

const unfolded = (text: string) => text.replaceAll('\r\n ', '').replaceAll('\r\n', '\n')
