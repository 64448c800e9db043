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
