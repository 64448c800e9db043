import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { after } from 'node:test'
import { startProgram } from './program.ts'

const folders: string[] = []
let used: Promise<string> | null = null

after(() => folders.forEach((folder) => fs.rmSync(folder, { recursive: true, force: true })))

/** A data directory in which there is nothing; gone when the tests have ended. */
export function freshFolder(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'actionline-process-'))
  folders.push(folder)
  return folder
}

/** A data directory as the program leaves it that has started once and stopped: a copy of the first one. */
export async function usedFolder(): Promise<string> {
  const folder = freshFolder()
  fs.cpSync(await (used ??= use(freshFolder())), folder, { recursive: true })
  return folder
}

async function use(DATA_DIR: string): Promise<string> {
  const site = await startProgram({ DATA_DIR })
  site.signal('SIGTERM')
  await site.ended
  return DATA_DIR
}
