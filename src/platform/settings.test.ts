import assert from 'node:assert/strict'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { describe, test } from 'node:test'
import { readSettings, SettingsError } from './settings.ts'

const problemsOf = (env: Record<string, string>) => {
  try {
    readSettings(env, '/srv')
  } catch (error) {
    if (error instanceof SettingsError) return error.problems
    throw error
  }
  return []
}

describe('the settings', () => {
  test('have defaults for everything', () => {
    assert.deepEqual(readSettings({}, '/srv'), {
      host: '127.0.0.1',
      port: 3000,
      dataDir: '/srv/data',
      databaseUrl: null,
      publicUrl: 'http://127.0.0.1:3000',
      databaseConnections: 10,
      searchThreads: Math.min(3, os.availableParallelism() - 1),
      stopSeconds: 20,
      requestsPerMinute: 1200,
      trustedProxies: [],
      smtpUrl: null,
      mailFrom: null,
      translator: null,
      identityProviders: [],
    })
  })

  test('take an empty value as not given', () => {
    assert.equal(readSettings({ PORT: '', DATABASE_URL: '' }, '/srv').port, 3000)
  })

  test('leave no slash at the end of the public address and put an IPv6 host in brackets', () => {
    assert.equal(
      readSettings({ PUBLIC_URL: 'https://duties.example.org/' }, '/srv').publicUrl,
      'https://duties.example.org',
    )
    assert.equal(readSettings({ HOST: '::1' }, '/srv').publicUrl, 'http://[::1]:3000')
  })

  test('name every wrong value at once, with the rule', () => {
    assert.deepEqual(
      problemsOf({ PORT: '70000', STOP_SECONDS: '-1', HOST: 'a b', TRUSTED_PROXIES: 'proxy' }),
      [
        "HOST must be a host name or an address to listen on, such as 127.0.0.1 or 0.0.0.0 (it is 'a b')",
        "PORT must be a whole number from 0 to 65535 (it is '70000')",
        "STOP_SECONDS must be a whole number from 0 to 600 (it is '-1')",
        "TRUSTED_PROXIES must be addresses separated by commas, such as 127.0.0.1,10.0.0.2 (it is 'proxy')",
      ],
    )
  })

  test('never repeat an address of a database or a mail server, since it may hold a password', () => {
    assert.deepEqual(problemsOf({ DATABASE_URL: 'mysql://me:secret@host/base' }), [
      'DATABASE_URL must look like postgres://user:password@host:5432/database',
    ])
    assert.deepEqual(problemsOf({ SMTP_URL: 'http://me:secret@host', MAIL_FROM: 'a@example.org' }), [
      'SMTP_URL must look like smtp://user:password@host:587 or smtps://user:password@host:465',
    ])
  })

  test('want the address that mails come from where there is a mail server, and nothing but an address', () => {
    assert.deepEqual(problemsOf({ SMTP_URL: 'smtp://mail.example.org' }), [
      'MAIL_FROM must be given together with SMTP_URL, such as actionline@example.org',
    ])
    assert.deepEqual(problemsOf({ MAIL_FROM: 'Actionline <a@example.org>' }), [
      "MAIL_FROM must be one mail address without a name, such as actionline@example.org (it is 'Actionline <a@example.org>')",
    ])
    const { smtpUrl, mailFrom } = readSettings(
      { SMTP_URL: 'smtps://me:secret@mail.example.org:465', MAIL_FROM: 'a@example.org' },
      '/srv',
    )
    assert.deepEqual([smtpUrl, mailFrom], ['smtps://me:secret@mail.example.org:465', 'a@example.org'])
  })
})

test('a file of providers is read, or its first fault is named', (t) => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'providers-'))
  t.after(() => fs.rmSync(folder, { recursive: true }))
  const file = path.join(folder, 'providers.json')
  const read = (content: string) => {
    fs.writeFileSync(file, content)
    return readSettings({ OIDC_PROVIDERS: 'providers.json' }, folder).identityProviders
  }
  const faults = (content: string) => {
    fs.writeFileSync(file, content)
    return problemsOf({ OIDC_PROVIDERS: file })
  }
  const provider = {
    id: 'itu',
    name: 'ITU account',
    issuer: 'https://id.example.org',
    clientId: 'actionline',
  }
  assert.deepEqual(read(JSON.stringify([provider])), [
    { ...provider, scopes: ['openid', 'email', 'profile'], roles: [], vouchesForEmail: false },
  ])
  assert.deepEqual(faults(JSON.stringify([{ ...provider, id: 'ITU' }])), [
    `OIDC_PROVIDERS: in ${file}, 0.id: must be small letters, digits and hyphens`,
  ])
  assert.deepEqual(faults(JSON.stringify([provider, provider])), [
    `OIDC_PROVIDERS: in ${file}, the list: two providers have the same id`,
  ])
  assert.match(String(faults('{')), /^OIDC_PROVIDERS must name a file of JSON/)
})
