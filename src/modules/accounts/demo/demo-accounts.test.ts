import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { operator } from '#platform/access/actor.ts'
import type { Db } from '#platform/database/tables.ts'
import { verifyHistory } from '#platform/history.ts'
import { readSettings } from '#platform/settings.ts'
import { newOrganization } from '../../../../test/accounts-samples.ts'
import { Browser } from '../../../../test/sign-in.ts'
import { testSite } from '../../../../test/test-site.ts'
import { modules } from '../../../modules.ts'
import { mergeOrganization } from '../organizations/merge-commands.ts'
import { organizationList } from '../organizations/organization-queries.ts'
import { openAuthentication } from '../sign-in/authentication.ts'
import { signIn } from '../sign-in/password-entrance.ts'
import { clearDemoAccounts } from './clear-account-commands.ts'
import { loadDemoAccounts, type DemoAccount } from './demo-account-commands.ts'
import { readDemoAccounts } from './demo-accounts.ts'

const at = new Date('2026-11-21T12:00:00Z')
const settings = readSettings({ PUBLIC_URL: 'https://actionline.test' }, '/')

describe('the people of the example world', () => {
  let db: Db
  let accounts: DemoAccount[]

  before(async () => {
    db = (await testSite()).db
    accounts = await loadDemoAccounts(db, { settings, at })
  })

  const enters = async ({ email, password }: Pick<DemoAccount, 'email' | 'password'>) => {
    const entrance = await signIn(await openAuthentication(db, settings), new Browser().caller, {
      email,
      password,
    })
    return entrance.kind
  }

  test('are there in all kinds of roles and languages, each at an address that nobody can own', () => {
    assert.equal(accounts.length > 8, true)
    assert.deepEqual(
      accounts.filter(({ email }) => !email.endsWith('.example')),
      [],
    )
    const languages = new Set(readDemoAccounts().people.map(({ language }) => language))
    assert.equal(languages.size, 6)
  })

  test('sign in with the passwords that were told, until the next load', async () => {
    const [first] = accounts
    assert.ok(first)
    assert.equal(await enters(first), 'signed-in')
    const again = await loadDemoAccounts(db, { settings, at })
    assert.equal(await enters(first), 'refused')
    assert.equal(await enters(again[0] ?? first), 'signed-in')
    assert.equal(again.length, accounts.length)
    const { total } = await organizationList(db, operator, {})
    assert.equal(total, readDemoAccounts().organizations.filter(({ waits }) => !waits).length)
  })

  test('go with one command, and leave nobody who could sign in', async () => {
    const own = await newOrganization(db)
    const { rows } = await organizationList(db, operator, {})
    const example = rows.find(({ isExample }) => isExample)
    await mergeOrganization(db, { actor: operator, at, id: own, into: example?.id ?? '' })
    const last = await loadDemoAccounts(db, { settings, at })
    const cleared = await clearDemoAccounts(db, { actor: 'command-line', at })
    assert.deepEqual(cleared, {
      people: accounts.length,
      organizations: readDemoAccounts().organizations.length,
    })
    for (const table of ['roles', 'claims', 'organization_domains', 'credentials', 'people'] as const)
      assert.deepEqual(await db.selectFrom(table).selectAll().execute(), [], table)
    assert.deepEqual(await db.selectFrom('organizations').select(['id', 'state']).execute(), [
      { id: own, state: 'closed' },
    ])
    assert.equal(await enters(last[0] ?? { email: '', password: '' }), 'refused')
    const digests = Object.assign({}, ...modules.map((module) => module.digests ?? {})) as never
    const { faults } = await verifyHistory(db, digests)
    assert.deepEqual(
      faults.filter(({ subject }) => /^(?:person|organization|role|claim|invitation) /.test(subject)),
      [],
    )
    const nothing = await clearDemoAccounts(db, { actor: 'command-line', at })
    assert.deepEqual(nothing, { people: 0, organizations: 0 })
  })
})
