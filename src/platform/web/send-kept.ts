import { Readable } from 'node:stream'

/** A file that lies ready, with its checksum; never read whole. */
export type KeptFile = {
  name: string
  type: string
  size: number
  sha256: string
  madeAt: Date
  caching: string
  bytes: (from: number, to: number) => AsyncIterable<Uint8Array>
}

/** A kept file, or the part of it that a reader with a broken line still wants; never whole in memory. */
export function sendKept(file: KeptFile, request: Request): Response {
  const etag = `"${file.sha256}"`
  const headers: Record<string, string> = {
    'Content-Type': file.type,
    'Content-Disposition': `attachment; filename="${file.name}"`,
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'Accept-Ranges': 'bytes',
    'Cache-Control': file.caching,
    'Last-Modified': file.madeAt.toUTCString(),
    'Repr-Digest': `sha-256=:${Buffer.from(file.sha256, 'hex').toString('base64')}:`,
    ETag: etag,
  }
  if (request.headers.get('If-None-Match')?.includes(etag))
    return new Response(null, { status: 304, headers })
  const range = rangeOf(request, etag, file.size)
  if (range === 'beyond')
    return new Response(null, {
      status: 416,
      headers: { ...headers, 'Content-Range': `bytes */${file.size}` },
    })
  const { from, to } = range ?? { from: 0, to: file.size }
  headers['Content-Length'] = String(to - from)
  if (range !== null) headers['Content-Range'] = `bytes ${from}-${to - 1}/${file.size}`
  const body = Readable.toWeb(Readable.from(file.bytes(from, to)))
  return new Response(body as ReadableStream, { status: range === null ? 200 : 206, headers })
}

/** One range (RFC 9110, 14.2), `to` not included; null where the whole is wanted, also by those who ask for several. */
function rangeOf(
  request: Request,
  etag: string,
  size: number,
): { from: number; to: number } | 'beyond' | null {
  const condition = request.headers.get('If-Range')
  const [, first = '', last = ''] =
    /^bytes=(\d{0,15})-(\d{0,15})$/.exec(request.headers.get('Range') ?? '') ?? []
  if ((condition !== null && condition !== etag) || (first === '' && last === '')) return null
  const from = first === '' ? Math.max(0, size - Number(last)) : Number(first)
  const to = first === '' || last === '' ? size : Math.min(size, Number(last) + 1)
  return from < to ? { from, to } : 'beyond'
}
