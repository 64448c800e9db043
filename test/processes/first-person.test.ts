import assert from 'node:assert/strict'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { describe, test } from 'node:test'
import { run, startProgram } from './program.ts'

const patience = { timeout: 180_000 }

describe('the first administrator', () => {
  test('is made at the terminal and comes in by the link, once', patience, async (t) => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'actionline-first-'))
    t.after(() => fs.rmSync(folder, { recursive: true, force: true }))
    const made = await run(['person', 'create', '--administrator', 'first@example.org'], { DATA_DIR: folder })
    assert.equal(made.code, 0, made.err)
    const link = /\/en\/sign-in\/link\/open\?token=[\w-]+/.exec(made.out)?.[0] ?? ''

    const site = await startProgram({ DATA_DIR: folder })
    t.after(() => site.signal('SIGKILL'))
    const shown = await fetch(site.address + link)
    const body = new URLSearchParams({
      _token: /name="_token"\s+value="([^"]+)"/.exec(await shown.text())?.[1] ?? '',
    })
    const form = shown.headers.getSetCookie().map((line) => line.split(';')[0])
    const send = () =>
      fetch(site.address + link, {
        method: 'POST',
        body,
        headers: { Cookie: form.join('; ') },
        redirect: 'manual',
      })
    const entered = await send()
    assert.equal(entered.status, 303)
    const session = entered.headers.getSetCookie().map((line) => line.split(';')[0])
    const security = await fetch(`${site.address}/en/account/security`, {
      headers: { Cookie: session.join('; ') },
    })
    assert.equal(security.status, 200)
    assert.match(await security.text(), /first@example\.org/)
    assert.equal((await send()).status, 422)
  })

  test('needs an address', patience, async () => {
    const without = await run(['person', 'create'])
    assert.equal(without.code, 2)
    assert.match(without.err, /--administrator name@example\.org/)
    const wrong = await run(['person', 'create', '--administrator', 'not an address'])
    assert.equal(wrong.code, 2)
    assert.equal(wrong.err.split('\n')[0], '“not an address” is not an e-mail address.')
  })
})
