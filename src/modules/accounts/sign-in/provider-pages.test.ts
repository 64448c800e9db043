import assert from 'node:assert/strict'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { after, before, describe, test } from 'node:test'
import { readSettings } from '#platform/settings.ts'
import type { App } from '#platform/web/app.ts'
import { openSite } from '../../../site.ts'
import { startIdentityProvider, type IdentityProviderOfTests } from '../../../../test/identity-provider.ts'
import { testDatabase } from '../../../../test/test-database.ts'
import { Visitor } from '../../../../test/visitor.ts'

const publicUrl = 'https://actionline.test'

describe('the pages between here and a provider', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'providers-'))
  const failed: unknown[] = []
  let provider: IdentityProviderOfTests
  let app: App

  before(async () => {
    const db = await testDatabase()
    const client = {
      id: 'actionline',
      secret: 'a secret of tests',
      redirect: `${publicUrl}/sign-in/with/union/back`,
    }
    const amina = {
      name: 'Amina',
      email: 'amina@union.example',
      email_verified: true,
      groups: ['translators'],
    }
    provider = await startIdentityProvider({ amina }, client)
    const roles = [{ claim: 'groups', value: 'translators', role: 'translator' }]
    const file = path.join(folder, 'providers.json')
    const { issuer } = provider
    fs.writeFileSync(
      file,
      JSON.stringify([
        {
          id: 'union',
          name: 'Union <account>',
          issuer,
          clientId: client.id,
          clientSecret: client.secret,
          roles,
        },
      ]),
    )
    const settings = readSettings({ PUBLIC_URL: publicUrl, OIDC_PROVIDERS: file }, '/')
    app = openSite(db, settings, { log: (line) => line['level'] === 'error' && failed.push(line) })
  })
  after(async () => {
    await provider.stop()
    fs.rmSync(folder, { recursive: true })
    assert.deepEqual(failed, [])
  })

  test('lead there and back, to what somebody wanted, with the roles that follow', async () => {
    const visitor = new Visitor(app)
    const shown = await visitor.get('/ru/sign-in?to=%2Fduties')
    assert.match(shown.text, /Union &lt;account&gt;/)
    const left = await visitor.fill('/ru/sign-in/with/union?to=%2Fduties')
    assert.equal(left.status, 200, left.text)
    const away = /<a href="(http:\/\/127\.0\.0\.1[^"]+)"/.exec(left.text)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const back = await provider.signIn(away, 'amina')
    assert.equal(back.pathname, '/sign-in/with/union/back')
    const entered = await visitor.fill(`/ru${back.pathname}${back.search}`)
    assert.equal(entered.location, '/ru/duties?done=done.signed-in')
    const own = await visitor.get('/ru/account/security')
    assert.match(own.text, /amina@union\.example/)
  })

  test('say what is wrong when somebody comes back without having left', async () => {
    for (const query of ['', '?code=x&state=y', '?error=access_denied', '?state=%00', '?code=x&code=y']) {
      const visitor = new Visitor(app)
      const entered = await visitor.fill(`/en/sign-in/with/union/back${query}`)
      assert.equal(entered.status, 422, query)
      assert.match(entered.text, /did not sign you in/)
    }
    assert.equal((await new Visitor(app).get('/en/sign-in/with/nobody')).status, 404)
  })
})
