import assert from 'node:assert/strict'
import fs from 'node:fs'
import path from 'node:path'
import { describe, test } from 'node:test'
import { insertPeople, newOrganization } from './accounts-samples.ts'
import { programOf } from './program.ts'
import { root } from './source-files.ts'
import { testSite } from './test-site.ts'

const guide = fs.readFileSync(path.join(root, 'docs/guides/api.md'), 'utf8')

type Values = { TOKEN: string; ID: string }

/** A line of the guide as the request that curl would send. */
function requestOf(line: string, { TOKEN, ID }: Values): Request {
  const filled = line
    .replaceAll('$SITE', 'https://actionline.test')
    .replaceAll('$TOKEN', TOKEN)
    .replaceAll('$ID', ID)
  const words = [...filled.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map(
    ([, single, double, bare]) => single ?? double ?? bare ?? '',
  )
  const after = (flag: string) => words.flatMap((word, place) => (words[place - 1] === flag ? [word] : []))
  const [body] = after('-d')
  return new Request(words.find((word) => word.startsWith('https://')) ?? '', {
    method: after('-X')[0] ?? (body === undefined ? 'GET' : 'POST'),
    headers: after('-H').map((header) => header.split(': ') as [string, string]),
    ...(body === undefined ? {} : { body }),
  })
}

describe('the guide for programmers', () => {
  test('shows requests to the API that are answered, one after the other', async () => {
    const site = await testSite()
    await insertPeople(site.db, ['amina'])
    await newOrganization(site.db, { id: 'harbour-office' })
    const { token } = await programOf(site, 'amina')
    const values: Values = { TOKEN: token, ID: '' }
    const lines = guide.split('\n').filter((line) => line.startsWith('curl') && line.includes('/api/v1/'))
    const answers: [string, number][] = []
    for (const line of lines) {
      const answer = await site.app.fetch(requestOf(line, values))
      values.ID = /activities\/(\w{10})$/.exec(answer.headers.get('Location') ?? '')?.[1] ?? values.ID
      answers.push([line.slice(0, 60), answer.status])
    }
    assert.deepEqual(
      answers.map(([, status]) => status),
      [200, 200, 200, 200, 201, 200, 200, 200, 200, 200],
      JSON.stringify(answers),
    )
  })
})
