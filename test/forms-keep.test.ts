import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { addressOf } from '#platform/web/address.ts'
import { fieldsOf, filled } from './form-fields.ts'
import { busySite, type BusySite } from './busy-site.ts'
import { strangersChangeNothing } from './strangers.ts'

describe('every form', () => {
  let site: BusySite

  before(async () => {
    site = await busySite()
  })

  test('can be opened here, or has said why not', () => {
    assert.deepEqual(site.closed, closedHere)
  })

  test('keeps what was typed when the language is switched', async () => {
    const faults: string[] = []
    for (const { path, address, as } of site.forms) {
      const typed = filled(fieldsOf((await as.get(addressOf('en', address))).text))
      const body = new URLSearchParams([...typed, ['_show', 'language']])
      const answer = await as.send(addressOf('ar', address), body)
      const shown = { status: answer.status, text: await answer.text() }
      if (shown.status !== 200) faults.push(`${path}: ${shown.status}`)
      if (!shown.text.includes('<html lang="ar" dir="rtl">')) faults.push(`${path}: is not in Arabic`)
      const kept = fieldsOf(shown.text)
      for (const [name, value] of typed) {
        const field = kept.find(
          (one) => one.name === name && (one.options === null || one.options.includes(value)),
        )
        if (field && !field.values.includes(value) && field.type !== 'password')
          faults.push(`${path}: loses ${name}`)
      }
    }
    assert.deepEqual(faults, [])
  })

  // Here, since no other site takes as long to fill.
  strangersChangeNothing(() => site)
})

/** Forms that need a record in a certain state, or somebody signed out; each is opened by the tests of its own room. */
const closedHere: string[] = [
  '/account/address',
  '/account/address/:token',
  '/account/erasure',
  '/account/security',
  '/account/security/backup-codes',
  '/account/security/backup-codes/new',
  '/account/security/passkeys/:passkey/remove',
  '/account/security/passkeys/add',
  '/account/security/password',
  '/account/security/second-factor',
  '/account/security/second-factor/confirm',
  '/account/security/second-factor/end',
  '/account/security/sessions/:session/end',
  '/account/security/sessions/others/end',
  '/account/tokens',
  '/account/tokens/:token/end',
  '/account/tokens/new',
  '/entries/:entry/steps/confirm',
  '/imports/:import/asides/:aside',
  '/machine-translations/:to/:kind/:id{.+}',
  '/moderation/bulk',
  '/notices/read',
  '/notices/stop/:token',
  '/operations/mail/:mail/again',
  '/operations/mail/:mail/drop',
  '/report-sections/:section/reuse',
  '/report-sections/:section/steps/clear',
  '/report-sections/:section/steps/send-back',
  '/reports/:report/steps/clear',
  '/reports/:report/steps/clear-sector',
  '/reports/:report/steps/clear-task-force',
  '/reports/:report/steps/collect',
  '/reports/:report/steps/consider',
  '/reports/:report/steps/freeze',
  '/reports/:report/steps/send-back',
  '/reports/:report/steps/submit',
  '/sign-in/link/open',
  '/sign-in/new-password',
  '/sign-in/with/:provider',
  '/sign-in/with/:provider/back',
  '/sign-up/confirm',
  '/translation-reviews/:to/:kind/:id{.+}',
]
