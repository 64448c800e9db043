import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readSettings } from '#platform/settings.ts'
import { Browser, joined } from '../../../../test/sign-in.ts'
import { testDatabase } from '../../../../test/test-database.ts'
import { identify, openAuthentication } from './authentication.ts'
import { forgetEntrances } from './forgetting.ts'
import { signUp } from './sign-up.ts'

test('the nightly job forgets sign-ups that nobody confirmed and sessions that are over, and nothing else', async () => {
  const db = await testDatabase()
  const engine = await openAuthentication(db, readSettings({ PUBLIC_URL: 'https://actionline.test' }, '/'))
  const password = 'harbour lantern oblique'
  const owner = await joined(engine, 'stays@example.org', password)
  for (const email of ['old@example.org', 'new@example.org'])
    await signUp(engine, new Browser().caller, { name: 'Somebody', email, password, language: 'en' })
  const longAgo = new Date(Date.now() - 8 * 86_400_000)
  await db
    .updateTable('people')
    .set({ created_at: longAgo })
    .where('email', '!=', 'new@example.org')
    .execute()
  await db.updateTable('mail_links').set({ expires_at: longAgo }).execute()

  await forgetEntrances.run({ db } as Parameters<typeof forgetEntrances.run>[0])
  const left = await db.selectFrom('people').select('email').orderBy('email').execute()
  assert.deepEqual(left, [{ email: 'new@example.org' }, { email: 'stays@example.org' }])
  assert.deepEqual(await db.selectFrom('mail_links').selectAll().execute(), [])
  assert.ok(await identify(engine, owner.caller.cookie))

  await db.updateTable('sessions').set({ expires_at: longAgo }).execute()
  await forgetEntrances.run({ db } as Parameters<typeof forgetEntrances.run>[0])
  assert.deepEqual(await db.selectFrom('sessions').selectAll().execute(), [])
})
