import { sql, type RawBuilder } from 'kysely'
import type { Db } from '#platform/database/tables.ts'
import type { LanguageCode } from '#platform/languages.ts'
import { textsOf, type TextRead } from '#platform/texts/texts.ts'
import type { Part } from '../parts/part.ts'
import { limitOf } from '../templates/template-queries.ts'
import type { Section } from './section.ts'
import '../tables.ts'

export type SectionRead = { section: Section; text: TextRead | undefined }

/** Sections that fit, in the order of their report. */
export async function sectionsWhere(db: Db, where: RawBuilder<unknown>): Promise<Section[]> {
  const found = await sql<Section>`
    select s.id, s.report, s.code, s.place, s.state, s.name, s.purpose, s.owner, ${limitOf(sql`s`)} as "limit",
      s.language, s.returned_because as "returnedBecause", s.handed_in_by as "handedInBy",
      s.due_on::text as "dueOn", s.revision
    from report_sections s where ${where} order by s.report, s.place`.execute(db)
  return found.rows
}

export async function sectionById(db: Db, id: string): Promise<Section | null> {
  const [section] = await sectionsWhere(db, sql`s.id = ${id}`)
  return section ?? null
}

export const sectionsOf = (db: Db, report: string): Promise<Section[]> =>
  sectionsWhere(db, sql`s.report = ${report}`)

export async function withSectionTexts(
  db: Db,
  sections: readonly Section[],
  language: LanguageCode,
): Promise<SectionRead[]> {
  if (sections.length === 0) return []
  const texts = await textsOf(
    db,
    sections.map(({ id }) => ({ kind: 'report-section', id })),
    language,
  )
  return sections.map((section) => ({
    section,
    text: (texts.get('report-section', section.id) as { text?: TextRead }).text,
  }))
}

/** The live parts of a report, in the order of their sections. */
export async function partsOf(db: Db, report: string): Promise<Part[]> {
  const found = await sql<Part>`
    select p.key, p.section, p.place, p.query from report_parts p join report_sections s on s.id = p.section
    where p.report = ${report} order by s.place, p.place, p.key`.execute(db)
  return found.rows
}
