import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { after } from 'node:test'
import { openDatabase } from '#platform/database/open.ts'
import { searchOver } from '../../src/site.ts'
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
  await startOnce({ DATA_DIR })
  return DATA_DIR
}

/**
 * Has the program fill its database and stop. The index of the search is kept there, as the program itself keeps it when it has
 * run for some seconds: later starts read it.
 */
export async function startOnce(env: { DATA_DIR: string } | { DATABASE_URL: string }): Promise<void> {
  const site = await startProgram(env)
  site.signal('SIGTERM')
  await site.ended
  const { db, close } = await openDatabase({
    databaseUrl: 'DATABASE_URL' in env ? env.DATABASE_URL : null,
    dataDir: 'DATA_DIR' in env ? env.DATA_DIR : '',
    databaseConnections: 1,
  })
  await searchOver(db).keep(new Date())
  await close()
}
