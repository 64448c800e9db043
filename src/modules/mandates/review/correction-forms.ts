import { z } from 'zod'
import { permit } from '#platform/access/rights.ts'
import { isLanguageCode, type LanguageCode } from '#platform/languages.ts'
import type { Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { describedBy } from '../importing/known-queries.ts'
import { revisionRefs } from '../instruments/revision-link-queries.ts'
import { correctionPage } from '../pages/correction-page.ts'
import { revisionRef, type RevisionRefRecord } from '../shapes.ts'
import { openCorrection } from './correction-commands.ts'
import { revisionTextRights, storedText } from './import-rights.ts'
import { reviewPaths } from './review-paths.ts'
import { importsOfText } from './review-queries.ts'

export type CorrectionSubject = {
  revision: RevisionRefRecord
  language: LanguageCode
  describedBy: 'register' | 'parser' | 'demo' | null
}

/** Corrects a stored text: a draft with the same edits as at the import, which becomes the next version of the text. */
export function correctionForms(site: Site): void {
  site.form({
    path: '/revisions/:revision/texts/:language/correction',
    name: 'correctText',
    summary:
      'Open a correction of a stored text; confirmed, it becomes the next version. Earlier versions stay readable.',
    right: 'revision-text.correct',
    fields: z.strictObject({}),
    read,
    page: correctionPage,
    act: async ({ db, actor, now }, { revision, language }) => {
      const id = await openCorrection(db, { actor, at: now, revision: revision.id, language })
      return { to: reviewPaths.import(id), done: 'review.correction-opened' }
    },
  })
}

async function read(
  visit: Visit,
  { revision: id = '', language = '' }: Record<string, string>,
): Promise<CorrectionSubject | null> {
  if (!isLanguageCode(language)) return null
  const { stored } = await importsOfText(visit.db, id, language)
  const ref = (await revisionRefs(visit.db, [id])).get(id)
  if (stored === null || ref === undefined) return null
  permit(revisionTextRights, 'correct', visit.actor, storedText(visit.actor))
  return { revision: revisionRef(visit, ref), language, describedBy: await describedBy(visit.db, id) }
}
