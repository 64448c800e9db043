import { once } from 'node:events'
import net from 'node:net'

export type Line = {
  address: string
  /** All that came from the site. */
  bytes: () => number
  /** Ends what is connected, and refuses whoever comes. */
  cut: () => void
  mend: () => void
  close: () => Promise<void>
}

/** A line to a site of its own, on which every byte is counted, and which can be cut. */
export async function openLine(address: string): Promise<Line> {
  const { hostname, port } = new URL(address)
  const open = new Set<net.Socket>()
  let bytes = 0
  let isCut = false
  const server = net.createServer((near) => {
    if (isCut) return void near.destroy()
    const far = net.connect(Number(port), hostname)
    far.on('data', (chunk) => (bytes += chunk.length))
    open.add(near)
    near.on('close', () => open.delete(near))
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      // A browser that is closed ends its connections as it likes.
      from.on('error', () => to.destroy())
      from.pipe(to)
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const bound = server.address() as net.AddressInfo
  return {
    address: `http://127.0.0.1:${bound.port}`,
    bytes: () => bytes,
    cut: () => {
      isCut = true
      for (const socket of open) socket.destroy()
    },
    mend: () => {
      isCut = false
    },
    close: async () => {
      server.close()
      await once(server, 'close')
    },
  }
}
