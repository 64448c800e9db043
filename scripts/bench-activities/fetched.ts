import http from 'node:http'

export type Fetched = { headers: http.IncomingHttpHeaders; bytes: number; text: string }

/**
 * One request on a connection of its own, refused if it is not answered with 200. `text` is kept only where it is asked for: an export
 * is larger than a string can be.
 */
export const fetched = (
  address: string,
  headers: Record<string, string> = {},
  keep: 'text' | 'nothing' = 'text',
): Promise<Fetched> =>
  new Promise((resolve, reject) => {
    const request = http.get(address, { headers, agent: false }, (answer) => {
      let bytes = 0
      let text = ''
      const { statusCode: status = 0, headers: got } = answer
      answer.on('data', (chunk: Buffer) => {
        bytes += chunk.length
        if (keep === 'text') text += chunk.toString()
      })
      answer.on('end', () =>
        status === 200
          ? resolve({ headers: got, bytes, text })
          : reject(new Error(`${address}: ${status} ${text.slice(0, 500)}`)),
      )
      answer.on('error', reject)
    })
    request.on('error', reject)
  })
