import assert from 'node:assert/strict'
import { test } from 'node:test'
import { qrCode } from './qr-code.ts'

test('a QR code has white space around it and the three marks by which readers find it', () => {
  const svg = String(
    qrCode('otpauth://totp/Actionline:a@example.org?secret=ABC&issuer=Actionline', 'the "key"'),
  )
  const size = Number(/viewBox="0 0 (\d+) /.exec(svg)?.[1])
  // 17 squares and four more for each version, and the white space on both sides.
  assert.equal((size - 8 - 17) % 4, 0)
  const top = new RegExp(`M4 4h7v1h-7z.*M${size - 11} 4h7v1h-7z`)
  assert.match(svg, top)
  assert.match(svg, new RegExp(`M4 ${size - 5}h7v1h-7z`))
  assert.equal(/M[0-3] |M\d+ [0-3]h/.test(svg), false)
  assert.match(svg, /aria-label="the &quot;key&quot;"/)
})

test('another text makes another code', () => {
  assert.notEqual(String(qrCode('one', 'x')), String(qrCode('two', 'x')))
})
