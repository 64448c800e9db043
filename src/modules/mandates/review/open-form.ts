import { z } from 'zod'
import { permit } from '#platform/access/rights.ts'
import { heldBytes } from '#platform/files/file-commands.ts'
import { languageCodes } from '#platform/languages.ts'
import { unreadableSentence } from '#parser/sentences.ts'
import { Unreadable } from '#parser/source.ts'
import type { Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { importedBefore } from '../importing/imported-queries.ts'
import { openPage } from '../pages/open-page.ts'
import { fileLimitBytes, importEndings } from './import.ts'
import { importRights, maySeeImport, newImport } from './import-rights.ts'
import { parseApart } from './parse-apart.ts'
import { openImport } from './review-commands.ts'
import { reviewPaths } from './review-paths.ts'
import { openDraftsOf } from './review-queries.ts'

const fields = z.strictObject({ language: z.enum(languageCodes).optional() })

/** Sends a resolution's file: it is read apart from the site, and waits for people as a draft. */
export function openForm(site: Site): void {
  site.form({
    path: reviewPaths.open,
    name: 'openImport',
    summary:
      'Send the file of a resolution (Word, PDF, HTML, text); it becomes a draft that waits for review.',
    right: 'import.open',
    fields,
    files: { file: { endings: importEndings, limitBytes: fileLimitBytes } },
    read: async ({ actor }) => {
      permit(importRights, 'open', actor, newImport(actor))
      return {}
    },
    page: openPage,
    act: async (visit, _, { fields: given, files }) => {
      const held = files['file']
      if (held === undefined)
        return { issues: [{ field: 'file', key: 'form.value.wrong', rule: 'rule.required' }] }
      const known = await importedBefore(visit.db, held.checksum, given.language)
      if (known !== null)
        return { issues: [{ field: 'file', key: 'review.known-file', values: { revision: known.revision } }] }
      const open = (await openDraftsOf(visit.db, held.checksum)).find((one) => maySeeImport(visit.actor, one))
      if (open && (given.language === undefined || open.language === given.language))
        return { to: reviewPaths.import(open.id), done: 'review.open-already' }
      const bytes = await heldBytes(visit.db, held)
      const asked = { bytes, name: held.name, ...(given.language ? { language: given.language } : {}) }
      const file = await parsed(visit, asked)
      if ('sentence' in file)
        return { issues: [{ field: 'file', key: 'review.unreadable', values: { sentence: file.sentence } }] }
      const opened = await openImport(visit.db, { actor: visit.actor, at: visit.now, held, file })
      return 'issues' in opened ? opened : { to: reviewPaths.import(opened.id), done: 'review.opened-now' }
    },
  })
}

async function parsed({ language }: Visit, question: Parameters<typeof parseApart>[0]) {
  try {
    return await parseApart(question)
  } catch (error) {
    // What is not the file's fault is a mistake of ours.
    if (error instanceof Unreadable) return { sentence: unreadableSentence(error, language) }
    throw error
  }
}
