import { createHash } from 'node:crypto'
import fs from 'node:fs'
import net from 'node:net'
import path from 'node:path'

/** Another process works on the same data directory; the embedded database would lose work if two did. */
export class DirectoryInUse extends Error {
  readonly folder: string

  constructor(folder: string) {
    super(
      `another process is using the data directory ${folder}; stop it first, or give DATABASE_URL to share a server`,
    )
    this.name = 'DirectoryInUse'
    this.folder = folder
  }
}

/**
 * Takes the data directory for this process alone. The lock is a listening local socket: the system releases it
 * when the process ends in whatever way, so that nothing stale is left behind after `kill -9`.
 */
export async function lockDirectory(folder: string): Promise<{ release: () => Promise<void> }> {
  fs.mkdirSync(folder, { recursive: true })
  const real = fs.realpathSync(folder)
  const server = net.createServer((socket) => socket.destroy())
  const address = lockAddress(real)
  try {
    await listen(server, address)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
    if (!(await isStale(address))) throw new DirectoryInUse(real)
    fs.unlinkSync(address)
    await listen(server, address)
  }
  server.unref()
  return { release: () => new Promise((resolve) => server.close(() => resolve())) }
}

function lockAddress(folder: string): string {
  const name = `actionline-${createHash('sha256').update(folder).digest('hex').slice(0, 32)}`
  if (process.platform === 'linux') return `\0${name}`
  if (process.platform === 'win32') return `\\\\.\\pipe\\${name}`
  return path.join(folder, 'lock.socket')
}

/** Only a socket that is a file can outlive its process; nobody answers on it then. */
async function isStale(address: string): Promise<boolean> {
  if (address.startsWith('\0') || address.startsWith('\\\\')) return false
  return new Promise((resolve) => {
    const socket = net.connect(address)
    socket.once('connect', () => (socket.destroy(), resolve(false)))
    socket.once('error', () => resolve(true))
  })
}

function listen(server: net.Server, address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(address, () => (server.off('error', reject), resolve()))
  })
}
