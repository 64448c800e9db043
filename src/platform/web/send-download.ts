import { Readable } from 'node:stream'
import type { Context } from 'hono'
import { z } from 'zod'
import { notFound } from '../errors.ts'
import type { Asked } from './answer-past.ts'
import type { DownloadResource, KeptResource, StreamResource } from './form-resource.ts'
import type { Layout } from './layout.ts'
import { checkQuery } from './problem.ts'
import { sendKept } from './send-kept.ts'
import type { PathParameters } from './site.ts'
import type { Visit } from './visit.ts'

/** How bytes that somebody sent are handed on. */
export type Send = (c: Context, request: Sending) => Promise<Response>

type Sending = { visit: Visit; asked: Asked; parameters: PathParameters; layout: Layout }

/** Bytes that somebody sent are handed on as a file to save; no browser may look into them under our name. */
export const sendDownload =
  ({ read }: DownloadResource): Send =>
  async (c, { asked, parameters }) => {
    const download = await asked((visit) => read(visit, parameters))
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

/** Sends what is made meanwhile; a reader who goes away ends the making. */
export const sendStream =
  ({ type, query, write }: StreamResource<z.ZodObject>): Send =>
  async (c, { visit, parameters }) => {
    const made = await write(visit, checkQuery(query, visit.query), parameters)
    if (made === null) throw notFound()
    c.header('Content-Type', type)
    c.header('Content-Disposition', `attachment; filename="${made.saveAs.replaceAll(/[^\w.-]+/g, '_')}"`)
    c.header('Cache-Control', 'no-cache')
    return c.body(Readable.toWeb(Readable.from(made.body)) as ReadableStream, 200)
  }

/** Sends a file that lies ready; of one that does not, a page says when (202), or that it never will (404). */
export const sendKeptFile =
  ({ read }: KeptResource): Send =>
  async (c, { visit, parameters, layout }) => {
    checkQuery(z.strictObject({}), visit.query)
    const kept = await read(visit, parameters)
    if (kept === null) throw notFound()
    if ('file' in kept) return sendKept(kept.file, c.req.raw)
    c.header('Content-Type', 'text/html; charset=utf-8')
    c.header('Cache-Control', 'no-store')
    if (kept.seconds !== null) c.header('Retry-After', String(kept.seconds))
    return c.body(String(layout.whole(visit, kept.page)), kept.seconds === null ? 404 : 202)
  }
