import { z } from 'zod'
import { coded, codedShape } from '#platform/web/shapes.ts'
import { rule } from '#platform/web/problem.ts'
import type { Written } from '#platform/web/api/api-resource.ts'
import type { Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { languageCodes } from '#platform/languages.ts'
import { planPaths } from '../paths.ts'
import { mostEvidence, readEvidence } from './evidence-link.ts'
import { submitReportIn, writeReportIn } from './report-commands.ts'
import { ratings, reportFieldLetters, reportStates, type Report } from './report.ts'
import { ratingKeys, reportStateKeys } from './words.ts'

const body = z.strictObject({
  language: z.enum(languageCodes),
  rating: z.enum(ratings),
  percentDone: z.int().min(0, rule('rule.json.value')).max(100, rule('rule.json.value')),
  achieved: z
    .string()
    .min(1, rule('rule.required'))
    .max(reportFieldLetters.achieved, rule('rule.json.length')),
  obstacles: z.string().max(reportFieldLetters.obstacles, rule('rule.json.length')).default(''),
  /** Addresses of records of this platform, or of pages on the web. */
  evidence: z
    .array(z.string().max(2000, rule('rule.json.length')))
    .max(mostEvidence, rule('rule.json.count'))
    .default([]),
  /** Sends it to be reviewed at once. */
  submit: z.boolean().default(false),
})

/** A report as its author gets it back. */
const writtenShape = z.object({
  id: z.string(),
  item: z.string(),
  period: z.string(),
  state: codedShape(reportStates),
  rating: codedShape(ratings),
  percentDone: z.int(),
  submittedAt: z.iso.datetime().nullable(),
  revision: z.int(),
})

type WrittenReport = z.infer<typeof writtenShape>

const example = {
  language: 'en',
  rating: 'on-track',
  percentDone: 40,
  achieved: 'Two of five trainings were held.',
  obstacles: '',
  evidence: ['https://example.org/trainings'],
  submit: true,
} as const

/** Reports as programs of those who lead plans write and send them. */
export function reportApi(site: Site): void {
  site.api.write({
    method: 'PUT',
    path: planPaths.writeReport(':item', ':period'),
    name: 'api-plan-report-content',
    summary:
      'Writes the report on an item of a plan for a reporting period, anew or in the place of what was written, and with `submit` sends it to be reviewed.',
    right: 'plan-report.write',
    body,
    example,
    shape: writtenShape,
    precondition: 'optional',
    act: async (tx, visit, { body: said, parameters, revision }): Promise<Written<WrittenReport>> => {
      const { actor, now: at, settings } = visit
      const evidence = readEvidence(said.evidence.join('\n'), settings.publicUrl)
      if ('issues' in evidence) return evidence
      const written = await writeReportIn(tx, {
        ...{ actor, at, item: parameters['item'] ?? '', period: parameters['period'] ?? '', revision },
        language: said.language,
        words: { achieved: said.achieved, obstacles: said.obstacles },
        content: { rating: said.rating, percentDone: said.percentDone, evidence: evidence.links },
      })
      if ('issues' in written) return written
      const { id } = written.report
      const report = said.submit
        ? await submitReportIn(tx, { actor, at, id, revision: undefined })
        : written.report
      return answer(visit, report)
    },
  })
  site.api.write({
    method: 'POST',
    path: `${planPaths.report(':report')}/submission`,
    name: 'api-plan-report-submission',
    summary: 'Sends a report to be reviewed.',
    right: 'plan-report.submit',
    body: z.strictObject({}),
    shape: writtenShape,
    precondition: 'optional',
    act: async (tx, visit, { parameters, revision }): Promise<Written<WrittenReport>> => {
      const asked = { actor: visit.actor, at: visit.now, id: parameters['report'] ?? '', revision }
      return answer(visit, await submitReportIn(tx, asked))
    },
  })
}

const answer = (visit: Visit, report: Report): Written<WrittenReport> => ({
  status: 200,
  revision: report.revision,
  body: {
    ...{ id: report.id, item: report.item, period: report.period },
    state: coded(visit, report.state, reportStateKeys),
    rating: coded(visit, report.authorRating, ratingKeys),
    percentDone: report.percentDone,
    submittedAt: report.submittedAt?.toISOString() ?? null,
    revision: report.revision,
  },
})
