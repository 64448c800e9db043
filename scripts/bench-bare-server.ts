import http from 'node:http'
import type { AddressInfo } from 'node:net'

/** The baseline of the benchmark: fetches each address once from the site, then sends the very same bytes and headers from memory. */
const site = process.env['BENCH_SITE'] ?? ''
const kept = new Map<string, { headers: http.OutgoingHttpHeaders; body: Buffer }>()

const server = http.createServer((request, response) => {
  const known = kept.get(request.url ?? '')
  if (known) response.writeHead(200, known.headers).end(known.body)
  else void learn(request.url ?? '', response)
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
