import fs from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import type { Actor } from '#platform/access/actor.ts'
import { permit } from '#platform/access/rights.ts'
import type { Db, Tx } from '#platform/database/tables.ts'
import { takeTurn } from '#platform/database/turns.ts'
import type { Issue } from '#platform/errors.ts'
import { latestFacts, record } from '#platform/history.ts'
import { sha256OfBytes } from '#platform/sha256.ts'
import { querySchema } from '../parts/part.ts'
import { limitUnits, usualCounting } from '../sections/limit.ts'
import { mostSections, templateCadences, type Template } from './template.ts'
import { templateHead } from './template-head.ts'
import { templateRights } from './template-rights.ts'
import '../tables.ts'

const act = 'reports.load-templates'
const subject = { kind: 'report-templates', id: 'all' }
const referenceFolder = path.join(import.meta.dirname, '../../../../reference')

const word = z.string().min(1)
const inSix = z.strictObject({ ar: word, zh: word, en: word, fr: word, ru: word, es: word })
const counting = z.strictObject({
  footnotes: z.boolean(),
  tables: z.boolean(),
  headings: z.boolean(),
  wordsOfPage: z.int().min(50).max(2000),
  charactersOfWord: z.number().min(1).max(5),
})
const limit = z.strictObject({ unit: z.enum(limitUnits), number: z.number().positive() }).nullable()

const templatesFile = z.strictObject({
  source: z.string(),
  version: z.string(),
  templates: z.array(
    z.strictObject({
      id: z.string(),
      line: z.string(),
      name: inSix,
      about: inSix,
      recipient: z.string(),
      via: z.array(z.string()),
      lead: z.string(),
      cadence: z.enum(templateCadences),
      noticeDays: z.int().min(0),
      limit,
      counting: counting.default(usualCounting),
      duties: z.array(z.string()),
      source: z.string(),
      head: templateHead,
      sections: z
        .array(
          z.strictObject({
            code: z.string(),
            name: inSix,
            purpose: inSix,
            owner: z.string().nullable(),
            limit,
            parts: z.array(z.strictObject({ key: z.string(), query: querySchema })),
          }),
        )
        .min(1)
        .max(mostSections),
    }),
  ),
})

/** The templates that are shipped with the platform. */
export function readReportTemplates(folder = referenceFolder): {
  templates: Template[]
  version: string
  checksum: string
} {
  const bytes = fs.readFileSync(path.join(folder, 'report-templates.json'))
  const { templates, version } = templatesFile.parse(JSON.parse(bytes.toString('utf8')))
  return {
    templates: templates.map((template) => ({ ...template, offered: true })),
    version,
    checksum: sha256OfBytes(bytes),
  }
}

/** Loads the templates that are shipped, when their file has changed since the last time. */
export async function loadReportTemplates(
  db: Db,
  { folder = referenceFolder, actor, at }: { folder?: string; actor: string; at: Date },
): Promise<{ changed: boolean }> {
  const { templates, version, checksum } = readReportTemplates(folder)
  if (await isLoaded(db, checksum)) return { changed: false }
  return db.transaction().execute(async (tx) => {
    await takeTurn(tx, act)
    if (await isLoaded(tx, checksum)) return { changed: false }
    for (const [sort, template] of templates.entries()) await putTemplate(tx, template, sort)
    const facts = { checksum, version, templates: templates.length }
    await record(tx, { act, subject, actor, facts }, at)
    return { changed: true }
  })
}

const isLoaded = async (db: Db, checksum: string) =>
  (await latestFacts(db, act, subject))?.checksum === checksum

async function putTemplate(tx: Tx, template: Template, sort: number): Promise<void> {
  const { id, sections, name, about, noticeDays, limit: whole, counting: counted, head, ...rest } = template
  const row = {
    ...rest,
    name: JSON.stringify(name),
    about: JSON.stringify(about),
    head: JSON.stringify(head),
    notice_days: noticeDays,
    limit_unit: whole?.unit ?? null,
    limit_number: whole?.number ?? null,
    counting: JSON.stringify(counted),
    sort,
  }
  await tx
    .insertInto('report_templates')
    .values({ id, ...row })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute()
  await tx.deleteFrom('report_template_sections').where('template', '=', id).execute()
  await tx
    .insertInto('report_template_sections')
    .values(
      sections.map((section, place) => ({
        template: id,
        code: section.code,
        place: place + 1,
        name: JSON.stringify(section.name),
        purpose: JSON.stringify(section.purpose),
        owner: section.owner,
        limit_unit: section.limit?.unit ?? null,
        limit_number: section.limit?.number ?? null,
        parts: JSON.stringify(section.parts),
      })),
    )
    .execute()
}

export type SaveTemplate = { actor: Actor; at: Date; template: Template; isNew: boolean }

/** A template that the secretariat makes or changes. Reports that were begun keep the sections that they began with. */
export const saveTemplate = (
  db: Db,
  { actor, at, template, isNew }: SaveTemplate,
): Promise<{ issues: Issue[] } | { id: string }> =>
  db.transaction().execute(async (tx): Promise<{ issues: Issue[] } | { id: string }> => {
    permit(templateRights, isNew ? 'make' : 'edit', actor, {
      state: isNew || template.offered ? 'offered' : 'retired',
    })
    await takeTurn(tx, act)
    const known = await tx
      .selectFrom('report_templates')
      .select('sort')
      .where('id', '=', template.id)
      .executeTakeFirst()
    if (isNew && known !== undefined) return { issues: [{ field: 'code', key: 'reports.template.taken' }] }
    await putTemplate(tx, template, known?.sort ?? 1000)
    const about = { kind: 'report-template', id: template.id }
    await record(tx, { act: 'reports.save-template', subject: about, actor: actor.id }, at)
    return { id: template.id }
  })
