import { z } from 'zod'
import { permit } from '#platform/access/rights.ts'
import { isLanguageCode, type LanguageCode } from '#platform/languages.ts'
import { translationsFor } from '#platform/texts/texts.ts'
import { rule } from '#platform/web/problem.ts'
import type { PathParameters, Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { reportPaths } from '../paths.ts'
import { reasonText } from '../report-fields.ts'
import { reportRead, type ReportRead } from '../report-queries.ts'
import { isPublicReport } from '../report.ts'
import { paragraphsOf } from '../talk/anchor.ts'
import { talkOf } from '../talk/read-talk-queries.ts'
import { talkShape } from '../talk/talk-shape.ts'
import { reusedIn } from '../reusing/reuse-queries.ts'
import { reusedShape } from '../reusing/reuse-shape.ts'
import { openSection } from '../whole-report-queries.ts'
import { permitIn, takeSectionStep, writeSection } from './section-commands.ts'
import { sectionPage } from './pages/section-page.ts'
import { sectionStepPage, writePage } from './pages/section-form-pages.ts'
import { sectionById } from './section-queries.ts'
import { sectionRights } from './section-rights.ts'
import { sectionShape, type SectionRecord } from './section-shape.ts'
import { sectionSteps, sectionWorkflow, type SectionStep } from './section-workflow.ts'
import { sectionLetters, sectionThing, type Section } from './section.ts'

export const sectionPageShape = sectionShape.extend({
  report: z.object({ id: z.string(), title: z.string() }),
  /** What is open of what was said of it, the latest first. */
  talk: z.array(talkShape),
  /** The paragraphs of its text, as they are written. */
  paragraphs: z.array(z.string()),
  reused: z.array(reusedShape),
})

export type SectionPageRecord = z.infer<typeof sectionPageShape>

/** A section with the report that it stands in. */
export type SectionInReport = ReportRead & { section: Section }

export type WriteSubject = SectionInReport & { language: LanguageCode; present: string; parts: string[] }

/** How the people of a unit write their section, hand it in and clear it. */
export function sectionRoutes(site: Site): void {
  site.record({
    path: reportPaths.section(':section'),
    name: 'report-section',
    summary:
      'A section of a report that is being written: purpose, limit, text, live parts, what rests on nothing.',
    query: z.strictObject({}),
    shape: sectionPageShape,
    read: readSection,
    page: sectionPage,
  })
  writeRoute(site)
  for (const step of sectionSteps) stepRoute(site, step)
}

export async function readSection(
  visit: Visit,
  parameters: PathParameters,
): Promise<SectionPageRecord | null> {
  const found = await sectionInReport(visit, parameters)
  if (found === null || isPublicReport(found.report)) return null
  const { report, words, section } = found
  const whole: SectionRecord | null = await openSection(visit, report, section.id)
  if (whole === null) return null
  const reused = (await reusedIn(visit, report)).filter((one) => one.section === section.code)
  const talk = await talkOf(visit, report, { section: section.id, isOpen: true })
  const paragraphs = paragraphsOf(whole.text?.text ?? '').map(({ text }) => text)
  const title = words.title?.text ?? report.id
  return { ...whole, talk, paragraphs, report: { id: report.id, title }, reused }
}

/** The section of an address with its report; null for whoever does not see the report. */
export async function sectionInReport(
  { db, actor, language }: Visit,
  { section: id = '' }: PathParameters,
): Promise<SectionInReport | null> {
  const section = await sectionById(db, id)
  const found = section === null ? null : await reportRead(db, actor, section.report, language)
  return section === null || found === null ? null : { ...found, section }
}

const writeRoute = (site: Site): void =>
  site.form({
    path: reportPaths.write(':section', ':language'),
    name: 'report-section-text',
    summary: 'Writes the text of a section in one of the six languages.',
    right: 'report-section.write',
    fields: z.strictObject({ text: z.string().max(sectionLetters, rule('rule.section-text')).optional() }),
    read: async (visit, parameters): Promise<WriteSubject | null> => {
      const { language = '' } = parameters
      const found = isLanguageCode(language) ? await sectionInReport(visit, parameters) : null
      if (found === null || !isLanguageCode(language)) return null
      permitIn(found.report, found.section, 'write', visit)
      const whole = await openSection(visit, found.report, found.section.id)
      const ref = { kind: 'report-section', id: found.section.id }
      const present =
        (await translationsFor(visit.db, [ref]))(ref.kind, ref.id)?.[language]?.['text']?.text ?? ''
      return { ...found, language, present, parts: (whole?.parts ?? []).map(({ key }) => key) }
    },
    page: writePage,
    act: async ({ db, actor, now: at }, { section: { id }, language }, { fields, version }) => {
      const by = { actor, at, id, revision: Number(version ?? 0) }
      const { issues } = await writeSection(db, { ...by, language, text: fields.text ?? '' })
      return issues.length > 0 ? { issues } : { to: reportPaths.section(id), done: 'plans.done.saved' }
    },
  })

const stepRoute = (site: Site, step: SectionStep): void =>
  site.form({
    path: reportPaths.sectionStep(':section', step),
    name: `report-section-${step}`,
    summary: `Takes a section a step on: ${step}.`,
    right: `report-section.${step}`,
    fields: z.strictObject({ reason: reasonText.optional() }),
    read: async (visit, parameters) => {
      const found = await sectionInReport(visit, parameters)
      if (found !== null) permit(sectionRights, step, visit.actor, sectionThing(found.section, found.report))
      return found
    },
    page: (visit, subject, entered) => sectionStepPage(visit, step, subject, entered),
    act: async ({ db, actor, now: at }, { section: { id } }, { fields: { reason }, version }) => {
      if ('reason' in sectionWorkflow.steps[step] && reason === undefined)
        return { issues: [{ field: 'reason', key: 'form.value.wrong', rule: 'rule.required' }] }
      const by = { actor, at, id, revision: Number(version ?? 0) }
      const { issues } = await takeSectionStep(db, step, {
        ...by,
        ...(reason === undefined ? {} : { reason }),
      })
      return issues.length > 0 ? { issues } : { to: reportPaths.section(id), done: 'reports.done.step' }
    },
  })
