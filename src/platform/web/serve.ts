import { createServer, type RequestListener, type Server, type ServerOptions } from 'node:http'
import { serve } from '@hono/node-server'
import type { Settings } from '../settings.ts'
import type { App } from './app.ts'

export type Serving = {
  /** Where it really listens (the port may have been left to the system). */
  address: string
  /** Takes no new requests, lets the running ones finish, then resolves. */
  stop: () => Promise<void>
}

/** Listens; rejects with the system's reason when the port is taken. */
export async function listen(app: App, settings: Settings): Promise<Serving> {
  const server = await new Promise<Server>((resolve, reject) => {
    const options = {
      fetch: app.fetch,
      createServer: pastTheFramework(app),
      hostname: settings.host,
      port: settings.port,
      serverOptions: limits,
    }
    const started = serve(options, () => {
      started.off('error', reject)
      resolve(started as Server)
    })
    started.once('error', reject)
  })
  const bound = server.address()
  const port = typeof bound === 'object' && bound !== null ? bound.port : settings.port
  const host = settings.host.includes(':') ? `[${settings.host}]` : settings.host
  return { address: `http://${host}:${port}`, stop: () => stop(server, settings.stopSeconds) }
}

/** What was asked for lately, and what visitors read of the API, goes out before the framework takes the request apart. */
const pastTheFramework = ({ sendAgain, readQuickly }: App): typeof createServer =>
  ((given: ServerOptions, listener: RequestListener) =>
    createServer(given, (incoming, outgoing) => {
      if (sendAgain(incoming, outgoing)) return
      const reading = readQuickly(incoming, outgoing)
      if (reading === null) return listener(incoming, outgoing)
      void reading.then((isAnswered) => isAnswered || listener(incoming, outgoing))
    })) as typeof createServer

// A slow line may take its time, but nobody may hold a connection for nothing: three megabytes, as a telephone's picture has,
// take four minutes at 100 kbit/s.
const limits = {
  headersTimeout: 20_000,
  requestTimeout: 300_000,
  keepAliveTimeout: 5_000,
  maxHeaderSize: 16_384,
}

async function stop(server: Server, seconds: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  server.closeIdleConnections()
  const patience = setTimeout(() => server.closeAllConnections(), seconds * 1000)
  await closed
  clearTimeout(patience)
}
