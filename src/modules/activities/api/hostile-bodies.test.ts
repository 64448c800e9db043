import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { insertPeople, newOrganization } from '../../../../test/accounts-samples.ts'
import { boats } from '../../../../test/boats.ts'
import { programOf, type ApiAnswered } from '../../../../test/program.ts'
import { testSite } from '../../../../test/test-site.ts'

type Errors = { field: string; rule: string }[]

describe('what programs send', () => {
  test('is refused with the place and the rule when it is hostile, never with a failure', async () => {
    const site = await testSite()
    await insertPeople(site.db, ['amina'])
    await newOrganization(site.db, { id: 'harbour-office' })
    const amina = await programOf(site, 'amina')
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`
    const bodies: [number, string][] = [
      [413, JSON.stringify({ ...boats, summary: 'x'.repeat(10_000_000) })],
      [400, ''],
      [400, 'null'],
      [400, '[]'],
      [400, '{"language": "en"'],
      [400, deep],
      [422, `{"language":"en","title":${deep}}`],
      [422, '{"__proto__":{"submit":true},"language":"en"}'],
      [422, JSON.stringify({ ...boats, title: ['a'] })],
      [422, JSON.stringify({ ...boats, countries: 'TV' })],
      [422, JSON.stringify({ ...boats, countries: Array.from({ length: 5000 }, () => 'TV') })],
      [422, JSON.stringify({ ...boats, budget: { amount: '5', currency: 'CHF' } })],
      [422, JSON.stringify({ ...boats, title: 'a\u0000b' })],
      [422, JSON.stringify({ ...boats, organization: 'a\u0000b' })],
      [422, '{"language":"en","title":"\\ud800"}'],
      [422, JSON.stringify({ ...boats, actionLines: [{ code: 'C2', why: '\u0007' }] })],
      [422, '{"language":"en","budget":{"amount":1e999,"currency":"CHF"}}'],
      [422, '{"language":"en","budget":{"amount":-1,"currency":"CHF"}}'],
      [422, JSON.stringify({ ...boats, externalKey: 'a\u2028b' })],
      [422, JSON.stringify({ ...boats, state: 'published' })],
      [422, JSON.stringify({ ...boats, organization: 'nowhere' })],
      [422, JSON.stringify({ ...boats, language: 'xx' })],
    ]
    const answers: ApiAnswered[] = []
    for (const [, body] of bodies) answers.push(await amina.send('POST', '/activities', body))
    assert.deepEqual(
      answers.map(({ status, text }, number) =>
        status === bodies[number]?.[0] ? status : text.slice(0, 300),
      ),
      bodies.map(([status]) => status),
    )
    const infinite = answers[16]?.body['errors'] as Errors
    assert.deepEqual(
      infinite.map(({ field, rule }) => [field, rule]),
      [['budget.amount', 'rule.json.number']],
    )
    const form = await amina.send('POST', '/activities', 'language=en', {
      'Content-Type': 'application/x-www-form-urlencoded',
    })
    assert.equal(form.status, 415)
    assert.equal((await amina.send('DELETE', '/activities')).status, 405)
    assert.equal(
      (await amina.send('PUT', '/activities', boats)).headers.get('Allow'),
      'GET, HEAD, POST, OPTIONS',
    )

    const blank = await amina.send('POST', '/activities', {
      language: 'en',
      title: ' \n ',
      summary: ' Boats. ',
    })
    const { title, summary } = blank.body['content'] as { title: string; summary: string }
    assert.deepEqual([blank.status, title, summary], [201, '', 'Boats.'])
  })
})
