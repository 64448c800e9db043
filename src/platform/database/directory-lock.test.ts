import assert from 'node:assert/strict'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { test } from 'node:test'
import { DirectoryInUse, lockDirectory } from './directory-lock.ts'

test('of two that want one folder the second is refused until the first lets go', async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'actionline-lock-'))
  const elsewhere = path.join(folder, 'elsewhere')
  fs.symlinkSync(folder, elsewhere)

  const first = await lockDirectory(folder)
  await assert.rejects(lockDirectory(folder), DirectoryInUse)
  await assert.rejects(lockDirectory(elsewhere), DirectoryInUse)
  await first.release()
  const second = await lockDirectory(elsewhere)
  await second.release()

  fs.rmSync(folder, { recursive: true })
})
