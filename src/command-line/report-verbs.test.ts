import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import type { Db } from '#platform/database/tables.ts'
import { frozenReport, putEntries } from '../../test/report-samples.ts'
import { testSite } from '../../test/test-site.ts'
import { verify, versionIn } from './report-verbs.ts'
import { WrongUse } from './verb.ts'

describe('verifying a report on the command line', () => {
  let db: Db
  before(async () => {
    ;({ db } = await testSite())
    await putEntries(db)
  })

  const said = async (symbol: string, version?: number) => {
    const lines: string[] = []
    const tell = (key: string, values?: object) => void lines.push([key, JSON.stringify(values)].join(' '))
    const code = await verify({ say: tell, complain: tell }, db, { symbol, version })
    return [code, ...lines]
  }

  test('says what there is where the symbol or the version is unknown', async () => {
    assert.deepEqual(await said('C26/35'), [1, 'report-verify.none '])
    const { digest } = await frozenReport(db, {})
    assert.deepEqual(await said('C26/36'), [
      1,
      'report-verify.unknown {"symbol":"C26/36","symbols":"C26/35"}',
    ])
    assert.deepEqual(await said('C26/35', 2), [
      1,
      'report-verify.no-version {"symbol":"C26/35","version":2,"versions":"1"}',
    ])
    const fine = `report-verify.fine {"symbol":"C26/35","version":1,"digest":"${digest}"}`
    assert.deepEqual(
      [await said('C26/35'), await said('C26/35', 1)],
      [
        [0, fine],
        [0, fine],
      ],
    )
  })

  test('takes a whole number as version, and nothing else', () => {
    assert.equal(versionIn({ options: { version: '2' } }), 2)
    assert.equal(versionIn({ options: {} }), undefined)
    for (const version of ['', '0', 'x', '1.0', '-1', '1234567'])
      assert.throws(() => versionIn({ options: { version } }), WrongUse)
  })
})
