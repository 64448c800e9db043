import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { languageCodes } from '#platform/languages.ts'
import { person, testSite, type SignedIn, type TestSite } from '../../../../test/test-site.ts'
import { takeDuty } from '../keeping/owner-commands.ts'
import { writePlan } from '../keeping/plan-commands.ts'
import { reportUnderWay } from '../keeping/report-commands.ts'
import { contestEvidence } from './contest-commands.ts'
import { addEvidence, correctEvidence } from './evidence-commands.ts'
import { validator } from '../../../../test/html-validator.ts'

const at = new Date('2026-11-21T12:00:00Z')
const duty = 'wtsa-75-hammamet-2016/instructs-director-tsb/6#1'
const place = 'wtsa-75-hammamet-2016/instructs-director-tsb/6/1'
const chen = person('chen', { role: 'secretariat', scope: null })
const boris = person('boris', { role: 'verifier', scope: null })
const markup = '<b>"&amp;\'</b>'

let site: TestSite
let officer: SignedIn
let paths: string[]

async function fill() {
  const { db } = site
  await takeDuty(db, { actor: chen, at, duty, owner: 'body:itu-tsb' })
  await takeDuty(db, { actor: chen, at, duty, owner: 'me' })
  const milestones = [{ day: '2027-01-01', text: markup }]
  for (const version of [0, 1])
    await writePlan(db, { actor: chen, at, duty, version, language: 'en', text: markup, milestones })
  await reportUnderWay(db, { actor: chen, at, duty, occurrence: '2025', language: 'en', text: markup })
  const said = {
    actor: chen,
    at,
    record: null,
    url: 'https://example.org/?a=1&b="2"',
    title: markup,
    seenOn: '2026-11-01',
    file: null,
    shows: markup,
    happenedOn: '2020-11-01',
    visibility: 'public',
    occurrences: ['2026'],
    language: 'en',
  } as const
  const ids: string[] = []
  for (const one of ['contested', 'plain']) {
    const added = await addEvidence(db, { ...said, occurrences: ['2026'], kind: 'address', duty })
    if ('issues' in added) throw new Error(one)
    ids.push(added.id)
  }
  const [contested = '', plain = ''] = ids
  const corrected = { ...said, occurrences: ['2026'], evidence: contested, version: 1, reason: markup }
  assert.deepEqual(await correctEvidence(db, corrected), [])
  await contestEvidence(db, { actor: boris, at, evidence: contested, reason: markup, language: 'en' })
  const owner = await db.selectFrom('duty_owners').select('id').executeTakeFirstOrThrow()
  const report = await db.selectFrom('duty_reports').select('id').executeTakeFirstOrThrow()
  return [
    `/duties/${place}`,
    ...['owners', 'plan', 'report', 'consideration', 'evidence'].map((form) => `/keeping/${form}/${place}`),
    `/keeping/owner/${owner.id}`,
    `/keeping/report-withdrawal/${report.id}`,
    '/evidence',
    `/evidence/${contested}`,
    ...['correction', 'answer', 'withdrawal'].map((step) => `/evidence/${contested}/${step}`),
    `/evidence/${plain}`,
    '/oversight',
    '/oversight?year=2026&body=itu-dir-tsb',
    '/oversight/overlaps',
    '/oversight/gaps',
    '/duties/unanswered',
  ]
}

describe('pages and forms about duties and evidence', () => {
  before(async () => {
    site = await testSite()
    officer = site.as(chen)
    paths = await fill()
  })

  for (const language of languageCodes) {
    test(`are sound markup in ${language}, whatever people wrote`, async () => {
      const faults: string[] = []
      for (const path of paths) {
        const { status, text } = await officer.get(`/${language}${path}`)
        if (status !== 200) faults.push(`${path} answers ${status}`)
        if (text.includes(markup)) faults.push(`${path} shows what was written as markup`)
        const { results } = await validator.validateString(text)
        for (const { messages } of results)
          for (const { line, ruleId, message } of messages)
            faults.push(`${path} ${line} ${ruleId}: ${message}`)
      }
      assert.deepEqual(faults, [])
    })
  }
})
