import { z } from 'zod'
import { permit } from '#platform/access/rights.ts'
import { nothingEntered, type Outcome } from '#platform/web/form-resource.ts'
import { rule } from '#platform/web/problem.ts'
import type { Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { activityRights } from '../activity-rights.ts'
import { saveEntry, startEntry } from '../entry/entry-commands.ts'
import { choicesFor } from '../entry/entry-routes.ts'
import { organizationFields } from '../entry/organization-input.ts'
import { activityPaths } from '../paths.ts'
import { answersPage } from './pages/answers-page.ts'
import { returnedPage } from './pages/returned-page.ts'
import { mendedIn, type Mended } from './mended.ts'
import { issuesIn, returnedFile, type Returned } from './returned.ts'

const short = z.string().max(300, rule('rule.short-text'))

/** A filled-in questionnaire may be as large as this; ours are a hundred times smaller. */
export const questionnaireLimitBytes = 5 * 1024 * 1024

/** A filled-in questionnaire comes back: first one sees what was understood, then it becomes a draft. */
export const answerRoute = (site: Site): void =>
  site.form({
    path: activityPaths.questionnaireAnswers,
    name: 'questionnaire-answers',
    summary:
      'Reads a filled-in questionnaire (XLSX or DOCX), and makes a draft of it once nothing is left to mend.',
    right: 'activity.enter',
    // The names of further fields hold the names of questions: `mendedIn` reads them.
    fields: z
      .object({
        read: z.enum(['yes']).optional(),
        into: z.enum(['entry', 'new']).optional(),
        ...organizationFields,
        mended: z.array(short).max(1000, rule('rule.too-many')).optional(),
      })
      .catchall(z.string().max(100_000, rule('rule.long-text'))),
    files: { file: { endings: ['.xlsx', '.docx'], limitBytes: questionnaireLimitBytes } },
    read: async (visit) => {
      permit(activityRights, 'enter', visit.actor, { state: 'draft' })
      return {}
    },
    page: async (visit, _subject, entered) => {
      const { file } = entered.files
      if (file === undefined) return answersPage(visit, entered)
      const mended = mendedIn(entered.values)
      const returned = await returnedFile(visit, site.translate, file, mended)
      if ('issue' in returned)
        return answersPage(visit, { ...entered, values: {}, files: {}, issues: [returned.issue] })
      const ofForm = entered.issues.filter(({ field }) => field === '')
      const issues = [...ofForm, ...issuesIn(returned, mended)]
      const organizations = await offered(visit, returned, entered.values)
      return returnedPage(visit, returned, { ...entered, issues }, organizations)
    },
    act: async (visit, _subject, { fields, files, version }) => {
      const { file } = files
      if (file === undefined)
        return { issues: [{ field: 'file', key: 'form.value.wrong', rule: 'rule.required' }] }
      const mended = mendedIn(fields)
      const returned = await returnedFile(visit, site.translate, file, mended)
      if ('issue' in returned) return { issues: [returned.issue] }
      const issues = issuesIn(returned, mended)
      if (fields.read !== 'yes') {
        const entered = { ...nothingEntered, files: { file }, issues }
        const { content } = returned.subject.activity
        return {
          shown: returnedPage(visit, returned, entered, await offered(visit, returned, {})),
          data: { understood: content, open: returned.faults.map(({ question }) => question) },
        }
      }
      return issues.length > 0 ? { issues } : keep(visit, returned, mended, Number(version ?? 0))
    },
  })

/** Organizations to choose from: those that were looked up, and those that the file may mean. */
async function offered(visit: Visit, { organization }: Returned, values: Record<string, string | string[]>) {
  const found = await choicesFor(visit, { ...nothingEntered, values }, organization.id)
  const known = new Map([...found, ...organization.choices].map((one) => [one.id, one]))
  return [...known.values()]
}

/** The whole file or nothing of it. */
async function keep(
  { db, actor, now: at }: Visit,
  { subject, changes, from }: Returned,
  { into }: Mended,
  revision: number,
): Promise<Outcome> {
  const { language, organization, licence } = subject.activity
  if (from !== null && into !== 'new') {
    const { id } = from.subject.activity
    const saved = await saveEntry(db, { actor, at, id, revision, changes })
    if ('issues' in saved) return saved
    return { to: activityPaths.entry(id), done: 'questionnaire.done.saved' }
  }
  const { content = {}, contact = null } = changes
  const entry = { actor, at, language, organization, licence, content, contact }
  const started = await startEntry(db, entry)
  if ('issues' in started) return started
  return { to: activityPaths.entry(started.id), done: 'questionnaire.done.started' }
}
