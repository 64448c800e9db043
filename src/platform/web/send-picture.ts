import { notFound } from '../errors.ts'
import { pictureType } from '../files/picture.ts'
import type { PictureResource } from './form-resource.ts'
import { keepApart, type Send } from './send-download.ts'

/** A picture inside a page. What a person sees by their rights is asked for each time, and sent only when it is new to them. */
export const sendPicture =
  ({ read }: PictureResource): Send =>
  (c, { asked, parameters }) =>
    asked(async (visit) => {
      const picture = await read(visit, parameters)
      if (picture === null) throw notFound()
      const etag = `"${picture.checksum}"`
      const isPublic = visit.actor.person === null
      c.header('ETag', etag)
      c.header('Vary', 'Cookie')
      c.header('Cache-Control', isPublic ? 'public, max-age=31536000, immutable' : 'private, no-cache')
      keepApart(c)
      if (c.req.header('If-None-Match') === etag) return c.body(null, 304)
      const bytes = await picture.bytes()
      if (bytes === null) throw notFound()
      c.header('Content-Type', pictureType)
      return c.body(new Uint8Array(bytes), 200)
    })
