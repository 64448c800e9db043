import type { Db } from '#platform/database/tables.ts'
import { sendKept } from '#platform/web/send-kept.ts'
import { fileName, mediaTypes, type Download, type DownloadFile } from './download.ts'
import { keptBytes } from './kept-file-commands.ts'

/** One of the files of a day, which never change. */
export const sendFile = (
  db: Db,
  { day, build, madeAt }: Download,
  { form, size, sha256 }: DownloadFile,
  request: Request,
): Response =>
  sendKept(
    {
      ...{ name: fileName(day, form), type: mediaTypes[form], size, sha256, madeAt },
      caching: 'public, max-age=31536000, immutable',
      bytes: (from, to) => keptBytes(db, { build, form }, from, to),
    },
    request,
  )
