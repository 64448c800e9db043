import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { after, before, describe, test } from 'node:test'
import { deflateRawSync } from 'node:zlib'
import { root } from '../source-files.ts'
import { run } from './program.ts'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'actionline-parse-'))
after(() => fs.rmSync(folder, { recursive: true, force: true }))
const file = (name: string) => path.join(folder, name)

before(() => {
  fs.writeFileSync(file('large.txt'), 'Some words that lead nowhere, 12 of them.\n'.repeat(1_250_000))
  fs.writeFileSync(file('bomb.docx'), zipOf('word/document.xml', Buffer.alloc(400 * 1024 * 1024, 'a')))
})

const patience = { timeout: 60_000 }

describe('a file that no resolution can be', () => {
  for (const name of ['large.txt', 'bomb.docx']) {
    test(
      `${name} is answered with one sentence, exit code 3 and nothing on standard output`,
      patience,
      async () => {
        const { code, out, err } = await run(['parse', file(name)])
        assert.deepEqual(
          { code, out, lines: err.trimEnd().split('\n').length },
          { code: 3, out: '', lines: 1 },
        )
      },
    )
  }

  test('an endless input is answered too', patience, async () => {
    const endless = spawn('sh', ['-c', `yes 'resolves' | ${path.join(root, 'bin/actionline')} parse -`], {
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let out = ''
    endless.stdout.setEncoding('utf8').on('data', (text: string) => (out += text))
    endless.stderr.resume()
    const [code] = (await once(endless, 'close')) as [number]
    assert.deepEqual({ code, out }, { code: 3, out: '' })
  })

  test('a wrong call is told from an unreadable file', patience, async () => {
    assert.equal((await run(['parse'])).code, 2)
    assert.equal((await run(['parse', file('large.txt'), '--format', 'pdf'])).code, 2)
    assert.equal((await run(['sing'])).code, 2)
    assert.equal((await run(['parse', file('absent.txt')])).code, 3)
    assert.equal((await run(['parse', '--help'])).code, 0)
  })
})

/** A ZIP with one deflated entry. */
function zipOf(name: string, content: Buffer): Buffer {
  const packed = deflateRawSync(content)
  const sizes = Buffer.alloc(12)
  sizes.writeUInt32LE(0, 0)
  sizes.writeUInt32LE(packed.length, 4)
  sizes.writeUInt32LE(content.length, 8)
  const versionAndMethod = Buffer.from([20, 0, 0, 0, 8, 0, 0, 0, 0, 0])
  const nameLength = Buffer.from([name.length, 0])
  const local = Buffer.concat([
    Buffer.from('PK\x03\x04'),
    versionAndMethod,
    sizes,
    nameLength,
    Buffer.alloc(2),
    Buffer.from(name),
    packed,
  ])
  const central = Buffer.concat([
    Buffer.from('PK\x01\x02'),
    Buffer.from([20, 0]),
    versionAndMethod,
    sizes,
    nameLength,
    Buffer.alloc(16),
    Buffer.from(name),
  ])
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06')
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(local.length, 16)
  return Buffer.concat([local, central, end])
}
