import { z } from 'zod'
import { permit } from '#platform/access/rights.ts'
import { docxType } from '#platform/documents/docx-package.ts'
import { dayOf } from '#platform/ui/format.ts'
import type { Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { activityRights } from '../activity-rights.ts'
import { asThing } from '../activity.ts'
import { activityCodes } from '../codes-queries.ts'
import { entrySubject } from '../entry/entry-routes.ts'
import type { EntrySubject } from '../entry/sections/section.ts'
import { activityPaths } from '../paths.ts'
import { answerRoute } from './answer-routes.ts'
import { questionnaireDocx } from './as-docx.ts'
import { questionnaireXlsx } from './as-xlsx.ts'
import { blankSubject } from './blank.ts'
import { listsOf } from './lists.ts'
import { questionnaireVersion } from './mark.ts'
import { questionnairePage } from './pages/questionnaire-page.ts'
import { questionnaireFor } from './questionnaire.ts'

const types = {
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.docx': docxType,
} as const

type Ending = keyof typeof types

/** The form of an entry as a file: blank for everybody, filled in for those who keep an entry; and the way back. */
export function questionnaireRoutes(site: Site): void {
  site.page({ path: activityPaths.questionnaire, page: questionnairePage })
  for (const ending of Object.keys(types) as Ending[]) {
    site.stream({
      path: `${activityPaths.questionnaire}${ending}`,
      name: `questionnaire${ending.replace('.', '-')}`,
      summary: 'The blank questionnaire of the WSIS Stocktaking, in the language of the address.',
      type: types[ending],
      query: z.strictObject({}),
      write: async (visit) => {
        const subject = blankSubject(await activityCodes(visit.db, dayOf(visit.now)), visit.language)
        return {
          saveAs: `questionnaire-${visit.language}${ending}`,
          body: fileOf(site, visit, subject, ending),
        }
      },
    })
    site.stream({
      path: `${activityPaths.entryQuestionnaire(':entry')}${ending}`,
      name: `entry-questionnaire${ending.replace('.', '-')}`,
      summary: 'An entry as a questionnaire, to go on with it without a connection and to send it back.',
      type: types[ending],
      query: z.strictObject({}),
      write: async (visit, _query, parameters) => {
        const subject = await entrySubject(visit, parameters)
        if (subject === null) return null
        permit(activityRights, 'edit', visit.actor, asThing(subject.activity))
        return {
          saveAs: `questionnaire-${subject.activity.id}-${visit.language}${ending}`,
          body: fileOf(site, visit, subject, ending),
        }
      },
    })
  }
  answerRoute(site)
}

function fileOf(
  { translate }: Site,
  { t, language }: Visit,
  subject: EntrySubject,
  ending: Ending,
): AsyncGenerator<Uint8Array> {
  const { id, revision, language: written } = subject.activity
  const lists = listsOf(subject.codes, translate)
  const entry = id === '' ? null : { id, revision }
  const mark = { version: questionnaireVersion, language, entry }
  const questionnaire = questionnaireFor(t, lists, subject, mark)
  return ending === '.docx'
    ? questionnaireDocx(t, lists, questionnaire, written)
    : questionnaireXlsx(t, lists, questionnaire)
}
