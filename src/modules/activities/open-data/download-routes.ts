import { z } from 'zod'
import { notFound } from '#platform/errors.ts'
import type { Site } from '#platform/web/site.ts'
import type { PlainVisit } from '#platform/web/plain-resource.ts'
import { activityPaths } from '../paths.ts'
import { askedFor, checksumsName, fileName, type Download } from './download.ts'
import { downloads } from './download-queries.ts'
import { downloadsRecord, downloadsShape } from './download-shape.ts'
import { downloadsPage } from './pages/downloads-page.ts'
import { sendFile } from './send-file.ts'

/** The register as a whole: a page that tells of its files, and the files. */
export function downloadRoutes(site: Site): void {
  site.record({
    path: activityPaths.downloads,
    name: 'downloads',
    summary: 'Files of the whole register of activities with their checksums and licences.',
    query: z.strictObject({}),
    read: async ({ db, settings }) => downloadsRecord(await downloads(db), settings.publicUrl),
    shape: downloadsShape,
    page: downloadsPage,
  })
  site.plain({ path: `${activityPaths.downloads}/:file`, answer: file })
}

async function file(
  { db, settings }: PlainVisit,
  request: Request,
  { file: name = '' }: Record<string, string>,
) {
  const all = await downloads(db)
  if (name === checksumsName) return checksums(all)
  const asked = askedFor(name)
  if (asked === null) throw notFound()
  const day = asked.day === 'latest' ? all[0]?.day : asked.day
  const download = all.find((one) => one.day === day)
  const found = download?.files.find(({ form }) => form === asked.form)
  if (download === undefined || found === undefined) throw notFound()
  if (asked.day !== 'latest') return sendFile(db, download, found, request)
  const location = `${settings.publicUrl}${activityPaths.downloads}/${fileName(download.day, asked.form)}`
  return new Response(null, { status: 302, headers: { Location: location, 'Cache-Control': 'no-cache' } })
}

/** As `sha256sum --check` takes it. */
const checksums = (all: readonly Download[]): Response =>
  new Response(
    all
      .flatMap(({ day, files }) => files.map(({ sha256, form }) => `${sha256}  ${fileName(day, form)}\n`))
      .join(''),
    { headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-cache' } },
  )
