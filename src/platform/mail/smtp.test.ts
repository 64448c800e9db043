import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { startMailServer, type MailServer } from '../../../test/mail-server.ts'
import { connectionOptions, smtpDelivery } from './smtp.ts'

const how = (url: string) => {
  const { host, port, secure, requireTLS, ignoreTLS } = connectionOptions(new URL(url), 'actionline.test')
  return { host, port, secure, requireTLS, ignoreTLS }
}

describe('a mail server', () => {
  test('on another machine never hears a password in the clear', () => {
    const plain = { secure: false, ignoreTLS: false }
    assert.deepEqual(how('smtp://me:word@mail.example.org'), {
      ...plain,
      host: 'mail.example.org',
      port: 587,
      requireTLS: true,
    })
    assert.deepEqual(how('smtp://mail.example.org:25'), {
      ...plain,
      host: 'mail.example.org',
      port: 25,
      requireTLS: false,
    })
    assert.deepEqual(how('smtps://me:word@[2001:db8::1]'), {
      host: '2001:db8::1',
      port: 465,
      secure: true,
      requireTLS: false,
      ignoreTLS: false,
    })
  })

  describe('that wants a password', () => {
    const password = 'p@ss/word: 1'
    const envelope = {
      from: 'actionline@example.org',
      to: 'amina@example.org',
      message: Buffer.from('Subject: duty\r\n\r\nmet\r\n'),
    }
    const patience = new AbortController().signal
    let server: MailServer
    const deliver = (given: string) => {
      const url = Object.assign(new URL(server.url), {
        username: 'site',
        password: encodeURIComponent(given),
      })
      return smtpDelivery(url.href, 'actionline.test')(envelope, patience)
    }
    before(async () => {
      server = await startMailServer(password)
    })
    after(() => server.stop())

    test('takes the mail with the right one, whatever signs are in it', async () => {
      assert.equal((await deliver(password)).outcome, 'sent')
      assert.equal(server.received.length, 1)
    })

    test('puts the mail off with a wrong one: that is for the operator to mend, and is not repeated', async () => {
      const { outcome, answer } = await deliver('guess')
      assert.equal(outcome, 'again')
      assert.equal(answer.includes('guess'), false)
    })
  })
})
