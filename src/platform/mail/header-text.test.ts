import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { headersOf } from './envelope.ts'
import { isMailAddress, oneLine } from './header-text.ts'

const sender = { name: 'Actionline', address: 'actionline@example.org', host: 'actionline.test' }
const amina = { id: 'one', address: 'amina@example.org', name: 'Amina', language: 'en' } as const

describe('a mail address', () => {
  test('is one plain address, in letters of any script', () => {
    const good = [
      'amina@example.org',
      'a.b+c@mail.example.org',
      'أمينة@مثال.إختبار',
      '用户@例子.测试',
      "o'neil@example.org",
    ]
    assert.deepEqual(
      good.filter((text) => !isMailAddress(text)),
      [],
    )
  })

  test('cannot become two addresses or two headers', () => {
    const bad = [
      '',
      'amina',
      'amina@example',
      '@example.org',
      'amina@example.org\r\nBcc: all@example.org',
      'amina@example.org\nBcc: all@example.org',
      'amina@example.org\u0000',
      'amina@example.org, all@example.org',
      'Amina <amina@example.org>',
      '"amina"@example.org',
      'amina @example.org',
      'a..b@example.org',
      'amina@-example.org',
      `${'a'.repeat(65)}@example.org`,
    ]
    assert.deepEqual(bad.filter(isMailAddress), [])
  })
})

describe('what stands in a header', () => {
  const hostile = 'Duty\r\nBcc: all@example.org\u2028\u0000 met'

  test('is one line, whatever the text holds', () => {
    const { from, to, subject, headers } = headersOf(
      { ...amina, name: hostile },
      { subject: hostile, stop: 'https://actionline.test/en/stop?x=1\r\nBcc: all@example.org' },
      { ...sender, name: hostile },
    )
    assert.deepEqual(
      [from.name, to.name, subject, headers['List-Unsubscribe']],
      [
        'Duty Bcc: all@example.org met',
        'Duty Bcc: all@example.org met',
        'Duty Bcc: all@example.org met',
        '<https://actionline.test/en/stop?x=1 Bcc: all@example.org>',
      ],
    )
  })

  test('is refused where an address is no address', () => {
    const letter = { subject: 'Duty', stop: null }
    assert.throws(() =>
      headersOf({ ...amina, address: 'a@example.org\r\nBcc: b@example.org' }, letter, sender),
    )
    assert.throws(() => headersOf(amina, letter, { ...sender, address: 'a@example.org,b@example.org' }))
  })

  test('is cut between letters, not inside one', () => {
    assert.equal(oneLine('𝄞𝄞𝄞𝄞', 3), '𝄞𝄞…')
  })
})
