import { z } from 'zod'
import { permit } from '#platform/access/rights.ts'
import type { Column, PathParameters, Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { planPaths } from '../paths.ts'
import { typeFormPage, typePage, typesPage } from './pages/type-pages.ts'
import type { PlanType } from './plan-type.ts'
import { saveType } from './type-commands.ts'
import { typeFields, typeOf, type TypedType } from './type-fields.ts'
import { planType, planTypes } from './type-queries.ts'
import { planTypeRights } from './type-rights.ts'
import { typeRecord, typeShape, type TypeRecord } from './type-shape.ts'

/** The types of plans: which levels they have, and what these are called in six languages. */
export function typeRoutes(site: Site): void {
  site.form({
    path: planPaths.newType,
    name: 'new-plan-type',
    summary: 'Declares a type of plan with its levels and their words in six languages.',
    right: 'plan-type.make',
    fields: typeFields,
    read: async (visit) => {
      permit(planTypeRights, 'make', visit.actor, { state: 'offered' })
      const from = visit.query.get('from')
      return { type: from === null ? null : await planType(visit.db, from), isNew: true }
    },
    page: typeFormPage,
    act: async (visit, _subject, { fields }) => save(visit, fields, null),
  })
  site.form({
    path: planPaths.typeForm(':type'),
    name: 'plan-type-form',
    summary: 'Changes the words of a type of plan, adds levels, or takes it from the offer.',
    right: 'plan-type.edit',
    fields: typeFields,
    read: async (visit, { type: id = '' }) => {
      const type = await planType(visit.db, id)
      if (type === null) return null
      permit(planTypeRights, 'edit', visit.actor, { state: type.offered ? 'offered' : 'retired' })
      return { type, isNew: false }
    },
    page: typeFormPage,
    act: async (visit, { type }, { fields }) => save(visit, fields, type),
  })
  site.list({
    path: planPaths.types,
    name: 'plan-types',
    summary: 'Types of plans with their levels and words in six languages.',
    query: z.strictObject({}),
    row: typeShape,
    read: async (visit) => {
      const rows = (await planTypes(visit.db)).map((type) => typeRecord(visit, type))
      return { rows, total: rows.length, next: null }
    },
    page: typesPage,
    columns,
  })
  site.record({
    path: planPaths.type(':type'),
    name: 'plan-type',
    summary: 'A type of plan: its levels, and what they are called in six languages.',
    query: z.strictObject({}),
    shape: typeShape,
    read: readType,
    page: typePage,
  })
  site.addresses(async ({ db }) => (await planTypes(db)).map(({ id }) => planPaths.type(id)))
}

async function readType(visit: Visit, { type: id = '' }: PathParameters): Promise<TypeRecord | null> {
  const type = await planType(visit.db, id)
  return type === null ? null : typeRecord(visit, type)
}

async function save(
  { db, actor, now: at }: Visit,
  fields: z.infer<typeof typeFields>,
  before: PlanType | null,
) {
  const read = typeOf(fields as TypedType, before?.id ?? null)
  if ('issues' in read) return read
  const saved = await saveType(db, { actor, at, type: read.type, isNew: before === null })
  return 'issues' in saved ? saved : { to: planPaths.type(saved.id), done: 'plans.done.saved' as const }
}

const columns: Column<TypeRecord>[] = [
  { name: 'id', value: (row) => row.id },
  { name: 'purpose', value: (row) => row.purpose.code },
  { name: 'name', value: (row, { language }) => row.name[language] },
  { name: 'offered', value: (row) => row.offered },
  { name: 'levels', value: (row) => row.levels.map(({ code }) => code).join('; ') },
  { name: 'source', value: (row) => row.source },
]
