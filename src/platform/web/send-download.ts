import type { Context } from 'hono'
import { notFound } from '../errors.ts'
import type { DownloadResource } from './form-resource.ts'
import type { PathParameters } from './site.ts'
import type { Visit } from './visit.ts'

/** How bytes that somebody sent are handed on. */
export type Send = (c: Context, visit: Visit, parameters: PathParameters) => Promise<Response>

/** Bytes that somebody sent are handed on as a file to save; no browser may look into them under our name. */
export const sendDownload =
  ({ read }: DownloadResource): Send =>
  async (c, visit, parameters) => {
    const download = await read(visit, parameters)
    if (download === null) throw notFound()
    const { bytes, name, type } = download
    const plain = name.replaceAll(/[^\w.-]+/g, '_')
    c.header('Content-Type', type)
    c.header(
      'Content-Disposition',
      `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`,
    )
    c.header('Cache-Control', 'private, no-cache')
    keepApart(c)
    return c.body(new Uint8Array(bytes), 200)
  }

/** Whoever opens the bytes by themselves gets nothing that runs, asks for more, or belongs to the site; no other site may show them. */
export function keepApart(c: Context): void {
  c.header('Content-Security-Policy', "default-src 'none'; sandbox")
  c.header('Cross-Origin-Resource-Policy', 'same-origin')
}
