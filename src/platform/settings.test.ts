import assert from 'node:assert/strict'
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
      stopSeconds: 20,
      requestsPerMinute: 1200,
      trustedProxies: [],
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

  test('never repeat a database address, since it may hold a password', () => {
    assert.deepEqual(problemsOf({ DATABASE_URL: 'mysql://me:secret@host/base' }), [
      'DATABASE_URL must look like postgres://user:password@host:5432/database',
    ])
  })
})
