import { Readable } from 'node:stream'
import type { Context } from 'hono'
import type { Download } from './form-resource.ts'

/** Bytes that somebody sent are handed on as a file to save; no browser may look into them under our name. */
export function sendDownload(c: Context, { bytes, name, type }: Download): Response {
  const plain = name.replaceAll(/[^\w.-]+/g, '_')
  c.header('Content-Type', type)
  c.header(
    'Content-Disposition',
    `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`,
  )
  c.header('Content-Security-Policy', "default-src 'none'; sandbox")
  c.header('Cache-Control', 'private, no-cache')
  return c.body(new Uint8Array(bytes), 200)
}

/** Sends what is made meanwhile; a reader who goes away ends the making. */
export function sendStream(
  c: Context,
  { type, saveAs, body }: { type: string; saveAs: string; body: AsyncIterable<Uint8Array> },
): Response {
  c.header('Content-Type', type)
  c.header('Content-Disposition', `attachment; filename="${saveAs.replaceAll(/[^\w.-]+/g, '_')}"`)
  c.header('Cache-Control', 'no-cache')
  return c.body(Readable.toWeb(Readable.from(body)) as ReadableStream, 200)
}
