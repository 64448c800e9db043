import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import net from 'node:net'

/**
 * A port that nobody listens on: for what must know its own address before it begins. It lies below those that systems give to
 * whoever asks for any, so that no connection takes it meanwhile.
 */
export async function freePort(): Promise<number> {
  const port = randomInt(10_000, 30_000)
  return (await isFree(port)) ? port : freePort()
}

async function isFree(port: number): Promise<boolean> {
  const server = net.createServer().listen(port, '127.0.0.1')
  try {
    await once(server, 'listening')
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    if (['EADDRINUSE', 'EACCES'].includes(code)) return false
    throw error
  }
  server.close()
  await once(server, 'close')
  return true
}
