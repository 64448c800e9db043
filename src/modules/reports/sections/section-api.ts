import { z } from 'zod'
import type { Tx } from '#platform/database/tables.ts'
import { notFound } from '#platform/errors.ts'
import { isLanguageCode } from '#platform/languages.ts'
import { rule } from '#platform/web/problem.ts'
import type { Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { changeSectionHeaderIn } from '../asking/asked-section-commands.ts'
import { dropPartIn, savePartIn } from '../parts/part-commands.ts'
import { querySchema } from '../parts/part.ts'
import { reportPaths } from '../paths.ts'
import { day, reasonText } from '../report-fields.ts'
import { takeSectionStepIn, writeSectionIn } from './section-commands.ts'
import { partsOf, sectionById } from './section-queries.ts'
import { readSection, sectionPageShape } from './section-routes.ts'
import { sectionSteps, sectionWorkflow, type SectionStep } from './section-workflow.ts'
import { sectionLetters } from './section.ts'

const step = z.strictObject({
  step: z.enum(sectionSteps as [SectionStep, ...SectionStep[]]),
  reason: reasonText.min(1).optional(),
})

const by = (visit: Visit) => ({ actor: visit.actor, at: visit.now })

const since = (revision: number | undefined) => (revision === undefined ? {} : { revision })

/** Sections as programs write them, by the commands of the forms. */
export function sectionApi(site: Site): void {
  site.api.write({
    method: 'PUT',
    path: reportPaths.write(':section', ':language'),
    name: 'api-report-section-text',
    summary: 'Replaces the text of a section in one language.',
    right: 'report-section.write',
    body: z.strictObject({ text: z.string().max(sectionLetters, rule('rule.section-text')) }),
    shape: sectionPageShape,
    example: { text: 'There are {{entries}} entries.' },
    precondition: 'required',
    act: async (tx, visit, { body, parameters, revision }) => {
      const { section: id = '', language = '' } = parameters
      if (!isLanguageCode(language)) throw notFound()
      const { issues } = await writeSectionIn(tx, { ...by(visit), id, ...since(revision), language, ...body })
      return issues.length > 0 ? { issues } : sectionNow(tx, visit, id)
    },
  })
  site.api.write({
    method: 'PUT',
    path: reportPaths.sectionHeader(':section'),
    name: 'api-report-section-header',
    summary: 'Says who writes a section, and by which day; null where both follow from the report.',
    right: 'report-section.edit',
    body: z.strictObject({
      owner: z.string().min(1).max(80).nullable().describe('Id of a body, or action-line:C5.'),
      dueOn: day.nullable(),
    }),
    shape: sectionPageShape,
    example: { owner: 'action-line:C5', dueOn: '2027-03-01' },
    precondition: 'required',
    act: async (tx, visit, { body, parameters, revision }) => {
      const id = parameters['section'] ?? ''
      const { issues } = await changeSectionHeaderIn(tx, { ...by(visit), id, ...since(revision), ...body })
      if (issues.length > 0)
        return { issues: issues.map((one) => (one.field === 'due-on' ? { ...one, field: 'dueOn' } : one)) }
      return sectionNow(tx, visit, id)
    },
  })
  site.api.write({
    method: 'POST',
    path: `${reportPaths.section(':section')}/steps`,
    name: 'api-report-section-step',
    summary: 'Hands a section in, clears it, or sends it back with a reason.',
    right: 'report-section.hand-in',
    body: step,
    shape: sectionPageShape,
    example: { step: 'hand-in' },
    precondition: 'optional',
    act: async (tx, visit, { body, parameters, revision }) => {
      const id = parameters['section'] ?? ''
      const { step: name, reason } = body
      if ('reason' in sectionWorkflow.steps[name] && reason === undefined)
        return { issues: [{ field: 'reason', key: 'form.value.wrong', rule: 'rule.required' }] }
      const asked = { ...by(visit), id, ...since(revision), ...(reason === undefined ? {} : { reason }) }
      const { issues } = await takeSectionStepIn(tx, name, asked)
      return issues.length > 0 ? { issues } : sectionNow(tx, visit, id)
    },
  })
  partWrites(site)
}

function partWrites(site: Site): void {
  site.api.write({
    method: 'PUT',
    path: reportPaths.partForm(':section', ':key'),
    name: 'api-put-report-part',
    summary: 'Puts a live part into a section, or replaces its question.',
    right: 'report-section.ask',
    body: querySchema,
    shape: sectionPageShape,
    example: {
      ...{ source: 'activities', view: 'figure', by: null, across: null },
      ...{ filters: { country: 'KE' }, inPeriod: true },
    },
    precondition: 'required',
    act: async (tx, visit, { body: query, parameters, revision }) => {
      const { section = '', key = '' } = parameters
      const isNew = !(await isPartOf(tx, section, key))
      const asked = { ...by(visit), section, ...since(revision), key, query, isNew }
      const { issues } = await savePartIn(tx, asked)
      return issues.length > 0 ? { issues } : sectionNow(tx, visit, section)
    },
  })
  site.api.write({
    method: 'POST',
    path: reportPaths.dropPart(':section', ':key'),
    name: 'api-drop-report-part',
    summary: 'Takes a live part out of a section.',
    right: 'report-section.ask',
    body: z.strictObject({}),
    shape: sectionPageShape,
    example: {},
    precondition: 'optional',
    act: async (tx, visit, { parameters, revision }) => {
      const { section = '', key = '' } = parameters
      const isThere = await isPartOf(tx, section, key)
      await dropPartIn(tx, { ...by(visit), section, ...since(revision), key })
      if (!isThere) throw notFound()
      return sectionNow(tx, visit, section)
    },
  })
}

/** Whether a section has a live part; one of another section of the report does not count. */
async function isPartOf(tx: Tx, section: string, key: string): Promise<boolean> {
  const found = await sectionById(tx, section)
  const parts = found === null ? [] : await partsOf(tx, found.report)
  return parts.some((part) => part.section === section && part.key === key)
}

async function sectionNow(tx: Tx, visit: Visit, id: string) {
  const body = await readSection({ ...visit, db: tx }, { section: id })
  if (body === null) throw notFound()
  return { status: 200 as const, body, revision: body.revision }
}
