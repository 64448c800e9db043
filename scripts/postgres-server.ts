import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { freePort } from '../test/free-port.ts'

export type PostgresServer = { url: string; pid: number; stop: () => Promise<void> }

/** Starts a throw-away PostgreSQL server on the loopback; `folder` holds initdb and postgres, `more` settings such as `fsync=off`. */
export async function startPostgres(folder: string, more: string[] = []): Promise<PostgresServer> {
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'actionline-postgres-'))
  const owner = unprivileged()
  if (owner) fs.chownSync(home, owner.uid, owner.gid)
  const as = { ...owner, cwd: home, env: { ...process.env, HOME: home, LC_ALL: 'C.UTF-8' } }
  const cluster = path.join(home, 'cluster')
  const made = spawnSync(
    `${folder}/initdb`,
    ['-D', cluster, '-U', 'actionline', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8'],
    { ...as, encoding: 'utf8' },
  )
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}`)

  const port = await freePort()
  const settings = [
    'listen_addresses=127.0.0.1',
    `unix_socket_directories=${home}`,
    'max_connections=60',
    'log_min_messages=fatal',
    ...more,
  ].flatMap((setting) => ['-c', setting])
  const server = spawn(`${folder}/postgres`, ['-D', cluster, '-p', String(port), ...settings], {
    ...as,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const exited = once(server, 'exit')
  const stop = async () => {
    server.kill('SIGINT')
    await exited
    fs.rmSync(home, { recursive: true, force: true })
  }
  const stopNow = () => server.kill('SIGQUIT')
  process.once('exit', stopNow)
  await untilReady(`${folder}/pg_isready`, port)
  return { url: `postgres://actionline@127.0.0.1:${port}/postgres`, pid: server.pid ?? 0, stop }
}

/** PostgreSQL refuses to run as root; then it runs as the user that Debian's package made, or as nobody. */
function unprivileged(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null
  const name = ['postgres', 'nobody'].find((one) => spawnSync('id', ['-u', one]).status === 0)
  if (!name)
    throw new Error('PostgreSQL may not run as root, and there is neither a user postgres nor a user nobody')
  const number = (flag: string) => Number(execFileSync('id', [flag, name], { encoding: 'utf8' }))
  return { uid: number('-u'), gid: number('-g') }
}

async function untilReady(command: string, port: number) {
  for (let tries = 0; tries < 200; tries += 1) {
    if (spawnSync(command, ['-h', '127.0.0.1', '-p', String(port), '-U', 'actionline']).status === 0) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('the PostgreSQL server did not get ready within 20 seconds')
}
