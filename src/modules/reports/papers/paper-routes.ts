import { z } from 'zod'
import { permit } from '#platform/access/rights.ts'
import { languageCodes } from '#platform/languages.ts'
import { rule } from '#platform/web/problem.ts'
import type { Kept } from '#platform/web/form-resource.ts'
import type { PathParameters, Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { reportPaths } from '../paths.ts'
import { reportRead, type ReportRead } from '../report-queries.ts'
import { reportRights } from '../report-rights.ts'
import { isPublicReport, reportThing } from '../report.ts'
import { wholeReport } from '../whole-report-queries.ts'
import { draftsPage, unmadePage, type Unmade } from './pages/paper-pages.ts'
import { printPage } from './pages/print-page.ts'
import { askForDrafts } from './paper-file-commands.ts'
import { keptPapers, paperBytes, waitingLine, type KeptPaper } from './paper-file-queries.ts'
import { draftForms, paperForms, papersOfAll, paperTypes, type PaperForm } from './paper-form.ts'
import { paperShape, type PaperRecord } from './paper-shape.ts'
import { paperOf } from './paper.ts'

/** How reports leave the house: in one piece on a page, as files that lie ready, and as drafts that are asked for. */
export function paperRoutes(site: Site): void {
  site.record({
    path: reportPaths.paper(':report'),
    name: 'report-paper',
    summary: 'A report in one piece, as it stands on paper: head, counted paragraphs, footnotes.',
    query: z.strictObject({}),
    shape: paperShape,
    read: readWhole,
    page: printPage,
  })
  for (const form of paperForms) {
    const { ending, type } = paperTypes[form]
    site.kept({
      path: `${reportPaths.report(':report')}${ending}`,
      name: `report-${form}`,
      summary: `${summaries[form]} Until it is made, 202 with Retry-After.`,
      type,
      read: (visit, parameters) => readKept(visit, parameters, form),
    })
  }
  draftRoute(site)
}

const summaries: Record<PaperForm, string> = {
  pdf: 'A report as PDF.',
  docx: 'A report as a Word file.',
  akn: 'A report as Akoma Ntoso.',
  zip: 'All that a frozen report says as a data package, with what is needed to check it.',
}

const draftRoute = (site: Site): void =>
  site.form({
    path: reportPaths.drafts(':report'),
    name: 'report-drafts',
    summary:
      'Has papers made of a report that is being written; they are marked as drafts and go after a day.',
    right: 'report.print',
    fields: z.strictObject({
      form: z.array(z.enum(draftForms)).min(1, rule('rule.required')),
      language: z.array(z.enum(languageCodes)).min(1, rule('rule.required')),
    }),
    read: async (visit, parameters): Promise<ReportRead | null> => {
      const found = await reportOf(visit, parameters)
      if (found !== null) permit(reportRights, 'print', visit.actor, reportThing(found.report))
      return found
    },
    page: draftsPage,
    act: async ({ db, actor, now: at }, { report: { id } }, { fields }) => {
      const papers = fields.language.flatMap((language) => fields.form.map((form) => ({ language, form })))
      const { issues } = await askForDrafts(db, { actor, at, id, papers })
      return issues.length > 0
        ? { issues }
        : { to: reportPaths.report(id), done: 'reports.paper.print.asked' }
    },
  })

const reportOf = ({ db, actor, language }: Visit, { report: id = '' }: PathParameters) =>
  reportRead(db, actor, id, language)

async function readWhole(visit: Visit, parameters: PathParameters): Promise<PaperRecord | null> {
  const found = await reportOf(visit, parameters)
  if (found === null) return null
  const report = await wholeReport(visit, found)
  const { mark: _mark, words: _words, ...paper } = paperOf(visit, report)
  return { id: report.id, paper, parts: report.sections.flatMap((section) => section.parts) }
}

async function readKept(visit: Visit, parameters: PathParameters, form: PaperForm): Promise<Kept | null> {
  const found = await reportOf(visit, parameters)
  if (found === null) return null
  const { report } = found
  const isPublic = isPublicReport(report)
  if (form === 'zip' && !isPublic) return null
  const language = form === 'zip' ? report.language : visit.language
  const papers = await keptPapers(visit.db, report.id)
  const paper = papers.find((one) => one.form === form && one.language === language)
  if (paper?.made) return { file: fileOf(visit, found, paper, paper.made) }
  const unmade = (standing: Unmade['standing']) =>
    unmadePage(visit, found, { title: found.words.title?.text ?? report.id, standing })
  if (paper === undefined && !isPublic) return { page: unmade({ why: 'unasked' }), seconds: null }
  if (paper && paper.fault !== null && paper.fault !== 'busy')
    return { page: unmade({ why: paper.fault }), seconds: null }
  const all = isPublic ? papersOfAll(report.language).length : papers.length
  const made = papers.filter((one) => one.made !== null).length
  // Papers of what was frozen a moment ago may not have been put into the line yet.
  const { ahead } = await waitingLine(visit.db)
  const seconds = secondsFor(Math.max(ahead, all - made))
  const at = new Date(visit.now.getTime() + seconds * 1000 + 59_000)
  return { page: unmade({ why: 'making', at, made, all }), seconds }
}

/** A guess that is rather too long than too short. */
const secondsFor = (ahead: number): number => Math.min(3600, 30 + 6 * ahead)

function fileOf(
  { db }: Visit,
  { report }: ReportRead,
  { language, form, dropsAt }: KeptPaper,
  { at, build, size, sha256 }: NonNullable<KeptPaper['made']>,
) {
  const { ending, type } = paperTypes[form]
  const symbol = (report.symbol ?? report.id).replaceAll(/[^\w.-]+/g, '-')
  const version = report.version > 1 ? `-v${report.version}` : ''
  const inLanguage = form === 'zip' ? '' : `-${language}`
  return {
    name: `report-${symbol}${version}${inLanguage}${dropsAt === null ? '' : '-draft'}${ending}`,
    ...{ type, size, sha256, madeAt: at },
    // What the program makes better is made anew under the same address.
    caching: dropsAt === null ? 'public, no-cache' : 'private, no-store',
    bytes: (from: number, to: number) => paperBytes(db, build, from, to),
  }
}
