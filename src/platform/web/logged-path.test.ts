import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { loggedPath } from './logged-path.ts'

test('a path in the log holds no token of a link', () => {
  const token = randomBytes(32).toString('base64url')
  assert.equal(loggedPath(`https://a.example/en/invitation/${token}?x=1`), '/en/invitation/…')
  assert.equal(loggedPath(`https://a.example/fr/account/address/${token}.json`), '/fr/account/address/….json')
})

test('a path in the log still says which record was asked for', () => {
  const path = '/en/evidence/64da5d9f-4d25-44ab-9bcb-05d10a67f424/correction'
  assert.equal(loggedPath(`https://a.example${path}`), path)
})
