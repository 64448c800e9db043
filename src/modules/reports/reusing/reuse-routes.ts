import { z } from 'zod'
import { rule } from '#platform/web/problem.ts'
import type { Site } from '#platform/web/site.ts'
import { translationsFor } from '#platform/texts/texts.ts'
import { reportPaths } from '../paths.ts'
import { permitIn } from '../sections/section-commands.ts'
import { sectionInReport, type SectionInReport } from '../sections/section-routes.ts'
import { paragraphsOf } from '../using/use.ts'
import { reusePage } from './pages/reuse-page.ts'
import { reuseParagraph } from './reuse-commands.ts'
import { placeOfCode } from './reuse.ts'
import { offeredParagraphs, type Offered } from './source-queries.ts'

const reuseFields = z.strictObject({
  paragraph: z.string().max(120, rule('rule.code')).optional(),
  after: z
    .string()
    .regex(/^\d{0,5}$/, rule('rule.code'))
    .optional(),
})

export type ReuseSubject = SectionInReport & {
  /** What was looked for. */
  asked: string
  offered: Offered[]
  /** How many paragraphs the section has now. */
  paragraphs: number
}

const mostWords = 400

/** How a paragraph is taken from another report: found by words, chosen, put into the section. */
export const reuseRoute = (site: Site): void =>
  site.form({
    path: reportPaths.reuse(':section'),
    name: 'report-section-reuse',
    summary: 'Takes a paragraph from another report into a section, with its citations and live parts.',
    right: 'report-section.write',
    fields: reuseFields,
    read: async (visit, parameters): Promise<ReuseSubject | null> => {
      const found = await sectionInReport(visit, parameters)
      if (found === null) return null
      const { report, section } = found
      permitIn(report, section, 'write', visit)
      const asked = (visit.query.get('words') ?? '').slice(0, mostWords)
      const ref = { kind: 'report-section', id: section.id }
      const texts = (await translationsFor(visit.db, [ref]))(ref.kind, ref.id)
      const text = texts?.[section.language]?.['text']?.text ?? ''
      const offered = await offeredParagraphs(visit, section, asked)
      return { ...found, asked, offered, paragraphs: paragraphsOf(text).length }
    },
    page: reusePage,
    act: async ({ db, actor, now: at }, { section: { id } }, { fields, version }) => {
      const from = placeOfCode(fields.paragraph ?? '')
      if (from === null) return { issues: [{ field: 'paragraph', key: 'reports.proof.paragraph-gone' }] }
      const { issues } = await reuseParagraph(db, {
        ...{ actor, at, section: id, revision: Number(version ?? 0), from },
        after: fields.after ? Number(fields.after) : null,
      })
      return issues.length > 0 ? { issues } : { to: reportPaths.section(id), done: 'plans.done.saved' }
    },
  })
