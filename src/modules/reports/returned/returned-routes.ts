import { z } from 'zod'
import { may } from '#platform/access/rights.ts'
import { notFound, Refusal } from '#platform/errors.ts'
import { nothingEntered, type Outcome } from '#platform/web/form-resource.ts'
import { rule } from '#platform/web/problem.ts'
import type { PathParameters, Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { reportPaths } from '../paths.ts'
import { reportRead, type ReportRead } from '../report-queries.ts'
import { permitIn } from '../sections/section-commands.ts'
import { sectionRights } from '../sections/section-rights.ts'
import { sectionThing, isOpenFor } from '../sections/section.ts'
import { sectionsOf } from '../sections/section-queries.ts'
import { comparedPage } from './pages/compared-page.ts'
import { returnPage } from './pages/return-page.ts'
import { takeSections } from './returned-commands.ts'
import { returnedPaper, type Returned } from './returned-paper.ts'

/** A paper of 150 pages with sixty pictures has a third of this. */
const limitBytes = 20 * 1024 * 1024

/** A Word file of a report comes back: first one sees what was changed in which section, then one takes some of them in. */
export const returnedRoutes = (site: Site): void =>
  site.form({
    path: reportPaths.returned(':report'),
    name: 'report-edited-paper',
    summary: 'Reads an edited Word file of a report that is being written, and takes sections of it in.',
    right: 'report-section.write',
    fields: z.strictObject({
      read: z.enum(['yes']).optional(),
      take: z
        .array(z.string().max(120, rule('rule.short-text')))
        .max(20, rule('rule.too-many'))
        .optional(),
    }),
    files: { file: { endings: ['.docx'], limitBytes } },
    read: readOpen,
    page: async (visit, read, entered) => {
      const { file } = entered.files
      if (file === undefined) return returnPage(visit, read, entered)
      const returned = await returnedPaper(visit, site.translate, read, file)
      if ('issue' in returned)
        return returnPage(visit, read, { ...entered, files: {}, issues: [returned.issue] })
      return comparedPage(visit, { read, returned }, entered)
    },
    act: async (visit, read, { fields, files }) => {
      const { file } = files
      if (file === undefined)
        return { issues: [{ field: 'file', key: 'form.value.wrong', rule: 'rule.required' }] }
      const returned = await returnedPaper(visit, site.translate, read, file)
      if ('issue' in returned) return { issues: [returned.issue] }
      if (fields.read === 'yes') return taken(visit, read, returned, fields.take ?? [])
      const entered = { ...nothingEntered, files: { file } }
      return {
        shown: comparedPage(visit, { read, returned }, entered),
        data: {
          sections: returned.sections.map(({ code, standing, revision, text }) => ({
            ...{ code, standing, take: `${code}.${revision}`, text },
          })),
        },
      }
    },
  })

/** Who may write one of its sections may bring a paper back. */
async function readOpen(visit: Visit, { report: id = '' }: PathParameters): Promise<ReportRead | null> {
  const read = await reportRead(visit.db, visit.actor, id, visit.language)
  if (read === null) return null
  const { report } = read
  if (!isOpenFor(report.state)) throw new Refusal(409, 'reports.not-open')
  const sections = await sectionsOf(visit.db, report.id)
  const [first] = sections
  if (first === undefined) throw notFound()
  const isWriter = sections.some((section) =>
    may(sectionRights, 'write', visit.actor, sectionThing(section, report)),
  )
  if (!isWriter) permitIn(report, first, 'write', visit)
  return read
}

/** All that were chosen, or none of them. */
async function taken(
  { db, actor, now: at }: Visit,
  { report }: ReportRead,
  { sections, fileName }: Returned,
  chosen: readonly string[],
): Promise<Outcome> {
  if (chosen.length === 0)
    return { issues: [{ field: 'take', key: 'form.value.wrong', rule: 'rule.required' }] }
  const wanted = chosen.map((one) => {
    const [, code, revision] = /^(.+)\.(\d{1,9})$/.exec(one) ?? []
    return { section: sections.find((section) => section.code === code), revision: Number(revision) }
  })
  const lost = wanted.some(({ section }) => section?.standing === 'overtaken')
  if (lost) throw new Refusal(409, 'reports.return.overtaken')
  const written = wanted.flatMap(({ section, revision }) =>
    section?.standing === 'changed'
      ? [{ id: section.id, revision, language: section.language, text: section.text }]
      : [],
  )
  if (written.length < chosen.length) return { issues: [{ field: 'take', key: 'form.value.choice' }] }
  const { issues } = await takeSections(db, { actor, at, sections: written, from: fileName })
  return issues.length > 0 ? { issues } : { to: reportPaths.report(report.id), done: 'reports.return.done' }
}
