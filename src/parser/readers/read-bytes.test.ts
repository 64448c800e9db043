import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { test } from 'node:test'
import { Unreadable } from '../source.ts'
import { defaultLimits } from './limits.ts'
import { readBytes } from './read-bytes.ts'

const limits = { ...defaultLimits, inputBytes: 1_000_000 }

test('a file is read whole, up to the limit and not beyond', async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'read-bytes-'))
  const file = path.join(folder, 'file.txt')

  fs.writeFileSync(file, Buffer.alloc(1_000_000, 'a'))
  assert.equal((await readBytes(file, limits)).byteLength, 1_000_000)

  fs.appendFileSync(file, 'a')
  await assert.rejects(
    readBytes(file, limits),
    (error) => error instanceof Unreadable && error.code === 'too-large',
  )
  fs.rmSync(folder, { recursive: true })
})

test('an input that never ends is refused while it is still coming', async () => {
  const reader = new URL('read-bytes.ts', import.meta.url).href
  const script = `import { readBytes } from '${reader}'
    readBytes('-', ${JSON.stringify(limits)}).catch((error) => { console.log(error.code); process.exitCode = 3 })`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const answer = new Promise<[string, number | null]>((resolve) => {
    let printed = ''
    child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()))
    child.on('close', (code) => resolve([printed.trim(), code]))
  })
  child.stdin.on('error', () => {}) // The reader closes the pipe, as it should.
  const feed = () => {
    while (child.exitCode === null && child.stdin.writable && child.stdin.write('y\n'.repeat(10_000)));
  }
  child.stdin.on('drain', feed)
  feed()

  assert.deepEqual(await answer, ['too-large', 3])
})
