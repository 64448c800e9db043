import type { Download } from '#platform/web/form-resource.ts'
import type { Site } from '#platform/web/site.ts'
import { kindOf } from '#platform/files/file-kinds.ts'
import { importEndings } from './import.ts'
import { maySeeImport } from './import-rights.ts'
import { importById, sourceOf, storedSource } from './review-queries.ts'

/** The files as they came: public with the text that was read from them, before that for those who review it. */
export function sourceRoutes(site: Site): void {
  site.download({
    path: '/revisions/:revision/sources/:checksum',
    name: 'revisionSource',
    summary: 'The file from which a text of a revision was read, as it came.',
    read: async ({ db }, { revision = '', checksum = '' }) => {
      const file = await storedSource(db, revision, checksum)
      return file && asDownload(file)
    },
  })
  site.download({
    path: '/imports/:import/source',
    name: 'importSource',
    summary: 'The file of an import, as it came.',
    read: async ({ db, actor }, { import: id = '' }) => {
      const draft = await importById(db, id)
      if (draft === null || !maySeeImport(actor, draft)) return null
      const file = await sourceOf(db, draft.source)
      return file && asDownload({ ...file, name: draft.fileName })
    },
  })
}

/** A file that came over the command line may be called anything; then it is bytes and no more. */
const asDownload = ({ bytes, name }: { bytes: Uint8Array; name: string }): Download => ({
  bytes,
  name,
  type: kindOf(name, bytes, importEndings) ?? 'application/octet-stream',
})
