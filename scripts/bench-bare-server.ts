import http from 'node:http'
import type { AddressInfo } from 'node:net'

/**
 * The baseline of the benchmarks: fetches each address once from the site, then sends the very same bytes and headers from memory; to
 * whoever has them already, that nothing has changed.
 */
const site = process.env['BENCH_SITE'] ?? ''
const kept = new Map<string, { headers: http.OutgoingHttpHeaders; body: Buffer }>()

const server = http.createServer((request, response) => {
  const known = kept.get(request.url ?? '')
  if (!known) return void learn(request.url ?? '', response)
  if (request.headers['if-none-match'] === known.headers['etag'])
    response.writeHead(304, { etag: known.headers['etag'] }).end()
  else response.writeHead(200, known.headers).end(known.body)
})

async function learn(address: string, response: http.ServerResponse) {
  const chunks: Buffer[] = []
  http.get(site + address, { headers: { 'accept-encoding': 'br' } }, (answer) => {
    answer.on('data', (chunk: Buffer) => chunks.push(chunk))
    answer.on('end', () => {
      const { connection: _, 'keep-alive': __, 'transfer-encoding': ___, ...headers } = answer.headers
      kept.set(address, { headers, body: Buffer.concat(chunks) })
      response.writeHead(200, headers).end(Buffer.concat(chunks))
    })
  })
}

server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`))
