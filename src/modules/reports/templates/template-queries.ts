import { sql, type RawBuilder } from 'kysely'
import type { Db } from '#platform/database/tables.ts'
import type { Template } from './template.ts'
import '../tables.ts'

/** All templates in their order, those that are offered first, with their sections. */
export const reportTemplates = (db: Db): Promise<Template[]> => templatesWhere(db, sql`true`)

export async function reportTemplate(db: Db, id: string): Promise<Template | null> {
  const [found] = await templatesWhere(db, sql`rt.id = ${id}`)
  return found ?? null
}

async function templatesWhere(db: Db, where: RawBuilder<unknown>): Promise<Template[]> {
  const found = await sql<Template>`
    select rt.id, rt.line, rt.name, rt.about, rt.recipient, rt.via, rt.lead, rt.cadence,
      rt.notice_days as "noticeDays", ${limitOf(sql`rt`)} as "limit", rt.counting, rt.duties, rt.offered, rt.source,
      rt.head,
      (select coalesce(jsonb_agg(jsonb_build_object('code', s.code, 'name', s.name, 'purpose', s.purpose, 'owner', s.owner,
          'limit', ${limitOf(sql`s`)}, 'parts', s.parts) order by s.place), '[]')
        from report_template_sections s where s.template = rt.id) as sections
    from report_templates rt where ${where} order by not rt.offered, rt.sort, rt.id`.execute(db)
  return found.rows
}

/** The limit of a row as `Limit` has it. */
export const limitOf = (row: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  case when ${row}.limit_unit is not null
    then jsonb_build_object('unit', ${row}.limit_unit, 'number', ${row}.limit_number) end`
