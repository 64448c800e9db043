import { z } from 'zod'
import { allBodies, type Body } from '#modules/accounts/index.ts'
import { readerOf } from '#modules/mandates/index.ts'
import { permit } from '#platform/access/rights.ts'
import type { Column, PathParameters, Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { knownOwners } from '../asking/owner-queries.ts'
import { reportPaths } from '../paths.ts'
import { templateFormPage, templatePage, templatesPage } from './pages/template-pages.ts'
import { saveTemplate } from './template-commands.ts'
import { templateFields, templateOf, type TypedTemplate } from './template-fields.ts'
import { reportTemplate, reportTemplates } from './template-queries.ts'
import { templateRights } from './template-rights.ts'
import { templateRecord, templateShape, type TemplateRecord } from './template-shape.ts'
import type { Template } from './template.ts'

export type TemplateSubject = {
  template: Template | null
  isNew: boolean
  bodies: Body[]
  /** To whom sections can be given. */
  owners: string[]
}

/** Templates of reports: for whom, about what, in which sections. */
export function templateRoutes(site: Site): void {
  site.form({
    path: reportPaths.newTemplate,
    name: 'new-report-template',
    summary: 'Makes a template of reports with its sections and their words in six languages.',
    right: 'report-template.make',
    fields: templateFields,
    read: async (visit): Promise<TemplateSubject> => {
      permit(templateRights, 'make', visit.actor, { state: 'offered' })
      const from = visit.query.get('from')
      const template = from === null ? null : await reportTemplate(visit.db, from)
      return { template, isNew: true, ...(await ownersIn(visit)) }
    },
    page: templateFormPage,
    act: async (visit, subject, { fields }) => save(visit, fields, subject),
  })
  site.form({
    path: reportPaths.templateForm(':template'),
    name: 'report-template-form',
    summary: 'Changes a template of reports, or takes it from the offer.',
    right: 'report-template.edit',
    fields: templateFields,
    read: async (visit, { template: id = '' }): Promise<TemplateSubject | null> => {
      const template = await reportTemplate(visit.db, id)
      if (template === null) return null
      permit(templateRights, 'edit', visit.actor, { state: template.offered ? 'offered' : 'retired' })
      return { template, isNew: false, ...(await ownersIn(visit)) }
    },
    page: templateFormPage,
    act: async (visit, subject, { fields }) => save(visit, fields, subject),
  })
  site.list({
    path: reportPaths.templates,
    name: 'report-templates',
    summary: 'Templates of reports: who is told what, through whom, how often, in which sections.',
    query: z.strictObject({}),
    row: templateShape,
    read: async (visit) => {
      const reader = { visit, names: await readerOf(visit) }
      const rows = (await reportTemplates(visit.db)).map((template) => templateRecord(reader, template))
      return { rows, total: rows.length, next: null }
    },
    page: templatesPage,
    columns,
  })
  site.record({
    path: reportPaths.template(':template'),
    name: 'report-template',
    summary: 'A template of reports with its sections, their limits and live parts.',
    query: z.strictObject({}),
    shape: templateShape,
    read: readTemplate,
    page: templatePage,
  })
  site.addresses(async ({ db }) => (await reportTemplates(db)).map(({ id }) => reportPaths.template(id)))
}

const ownersIn = async ({ db }: Visit) => ({ bodies: await allBodies(db), owners: await knownOwners(db) })

async function readTemplate(
  visit: Visit,
  { template: id = '' }: PathParameters,
): Promise<TemplateRecord | null> {
  const template = await reportTemplate(visit.db, id)
  return template === null ? null : templateRecord({ visit, names: await readerOf(visit) }, template)
}

async function save(
  { db, actor, now: at }: Visit,
  fields: z.infer<typeof templateFields>,
  { template, isNew, bodies, owners }: TemplateSubject,
) {
  const known = {
    bodies: new Set(bodies.map(({ id }) => id)),
    owners: new Set(owners),
    from: template,
    id: isNew ? null : (template?.id ?? null),
  }
  const read = templateOf(fields as TypedTemplate, known)
  if ('issues' in read) return read
  const saved = await saveTemplate(db, { actor, at, template: read.template, isNew })
  return 'issues' in saved ? saved : { to: reportPaths.template(saved.id), done: 'plans.done.saved' as const }
}

const columns: Column<TemplateRecord>[] = [
  { name: 'id', value: (row) => row.id },
  { name: 'line', value: (row) => row.line },
  { name: 'name', value: (row, { language }) => row.name[language] },
  { name: 'recipient', value: (row) => row.recipient.id },
  { name: 'via', value: (row) => row.via.map(({ id }) => id).join('; ') },
  { name: 'lead', value: (row) => row.lead.id },
  { name: 'cadence', value: (row) => row.cadence.code },
  { name: 'notice_days', value: (row) => row.noticeDays },
  { name: 'duties', value: (row) => row.duties.join('; ') },
  { name: 'sections', value: (row) => row.sections.map(({ code }) => code).join('; ') },
  { name: 'offered', value: (row) => row.offered },
]
