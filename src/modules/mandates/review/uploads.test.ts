import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { person, testSite, type TestSite } from '../../../../test/test-site.ts'
import { zipOf } from '../../../../test/zip-files.ts'

const sofia = person('sofia', { role: 'secretariat', scope: null })
const bytesOf = (text: string) => new TextEncoder().encode(text)

describe('whatever is sent as a file', () => {
  let site: TestSite

  before(async () => {
    site = await testSite()
  })

  const send = (name: string, bytes: Uint8Array, language = 'en') =>
    site.as(sofia).post(`/${language}/import`, {}, { file: { name, bytes } })
  const drafts = async () =>
    (JSON.parse((await site.as(sofia).get('/en/imports.json?state=draft')).text) as { total: number }).total

  test('is refused with the parser’s one sentence in the reader’s language when it is no resolution', async () => {
    const minutes = bytesOf('Minutes of a meeting\n\nThe chair opened the meeting.\n')
    assert.match((await send('minutes.txt', minutes)).text, /no operative part/)
    assert.match((await send('minutes.txt', minutes, 'fr')).text, /dispositif|partie opérationnelle/)
    assert.match((await send('minutes.txt', minutes, 'ru')).text, /постановляющей/)
    const { status } = await send('minutes.txt', minutes)
    assert.deepEqual([status, await drafts()], [422, 0])
  })

  test('is refused when name and content do not belong together, or nothing is in it', async () => {
    const wrong: [string, Uint8Array][] = [
      ['resolution.pdf', bytesOf('<html><body>resolves</body></html>')],
      ['resolution.docx', bytesOf('resolves')],
      ['resolution.exe', bytesOf('MZ')],
      ['resolution', bytesOf('resolves')],
      ['resolution.txt', new Uint8Array()],
    ]
    for (const [name, bytes] of wrong) assert.deepEqual([name, (await send(name, bytes)).status], [name, 422])
    assert.match((await send('resolution.txt', new Uint8Array())).text, /this one is empty/)
    assert.equal((await site.as(sofia).post('/en/import', {})).status, 422)
    assert.equal(
      (
        await site
          .as(sofia)
          .post('/en/import', { language: 'xx' }, { file: { name: 'a.txt', bytes: bytesOf('a') } })
      ).status,
      422,
    )
    assert.equal(await drafts(), 0)
  })

  test('is refused when a small package unfolds to far more', async () => {
    const answer = await send('bomb.docx', bomb())
    assert.deepEqual([answer.status, /unfolds to far more/.test(answer.text)], [422, true])
  })

  // Without a line end, with labels everywhere: what takes a reader longest.
  const labels = (characters: number) =>
    bytesOf(`RESOLUTION 1 (DOHA, 2026)\n\nresolves\n\n${'1 a) ii) resolves that '.repeat(characters / 23)}`)

  test('is refused beyond the bounds of a text', async () => {
    const answer = await send('huge.txt', labels(19_000_000))
    assert.deepEqual([answer.status, /too large/.test(answer.text)], [422, true])
    assert.equal((await send('larger.txt', new Uint8Array(21 * 1024 * 1024))).status, 422)
  })

  test('is read apart, so that others are answered meanwhile', { timeout: 120_000 }, async () => {
    let slowest = 0
    const over = new AbortController()
    const others = (async () => {
      while (!over.signal.aborted) {
        const begin = performance.now()
        assert.equal((await site.ask('/health')).status, 200)
        slowest = Math.max(slowest, performance.now() - begin)
        await new Promise((next) => setTimeout(next, 50))
      }
    })()
    const begin = performance.now()
    const answer = await send('slow.txt', labels(4_900_000))
    const took = performance.now() - begin
    over.abort()
    await others
    assert.equal(answer.status, 422)
    assert.ok(slowest < 3_000, `a question waited for ${Math.round(slowest)} ms of ${Math.round(took)}`)
  })

  test('is kept under a plain name, and what it holds never becomes markup', async () => {
    const markup = '<img src=x onerror=alert(1)>'
    const text = `<!doctype html><html lang="en"><head><title>x</title><script>alert(1)</script></head><body>
      <p>RESOLUTION 402 (DOHA, 2026)</p><p>Lamps &lt;img src=x onerror=alert(1)&gt;</p>
      <p>The Plenipotentiary Conference of the International Telecommunication Union (Doha, 2026),</p>
      <p>considering</p><p>that the nights are long,</p><p>resolves</p>
      <p>1 that ITU should light lamps &lt;img src=x onerror=alert(1)&gt;;</p><p>2 that ITU should wait,</p>
      <p>instructs the Secretary-General</p><p>1 to report every year to the ITU Council on the lamps.</p></body></html>`
    const sent = await send('../../etc/passwd.html', bytesOf(text))
    assert.equal(sent.status, 303)
    const draft = (sent.location ?? '').split('?')[0] ?? ''
    const page = (await site.as(sofia).get(draft)).text
    assert.deepEqual([page.includes(markup), page.includes('&lt;img src=x')], [false, true])
    assert.equal(/\.\.\/|etc\//.test(page), false)
    assert.match(page, /passwd\.html/)
  })

  test('leads to the draft that waits already, and to nothing new once it is stored', async () => {
    const text = bytesOf(`RESOLUTION 403 (DOHA, 2026)

Nets

The Plenipotentiary Conference of the International Telecommunication Union (Doha, 2026),

considering

that fish swim,

resolves

1 that ITU should mend nets;

2 that ITU should dry them.
`)
    const first = await send('nets.txt', text)
    const again = await send('copy.txt', text)
    const place = (one: { location: string | null }) => one.location?.split('?')[0]
    assert.equal(place(again), place(first))
    assert.equal((await site.as(sofia).post(`${place(first)}/confirmation`)).status, 303)
    const stored = await send('again.txt', text)
    assert.deepEqual([stored.status, stored.text.includes('pp-403-doha-2026')], [422, true])
  })
})

/** A Word file of some kilobytes whose text unfolds to a hundred megabytes. */
const bomb = (): Uint8Array =>
  zipOf({
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    'word/document.xml': Buffer.alloc(100_000_000, ' '),
  })
