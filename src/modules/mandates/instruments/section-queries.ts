import type { Db } from '#platform/database/tables.ts'
import type { LanguageCode, Translated } from '#platform/languages.ts'
import type { SectionHeads } from './provision-names.ts'

/** The sections of some revisions with their printed headings, to name provisions of which only the address is known. */
export async function sectionHeads(db: Db, revisions: string[]): Promise<SectionHeads> {
  const heads: SectionHeads = new Map()
  if (revisions.length === 0) return heads
  const [sections, texts] = await Promise.all([
    db
      .selectFrom('sections')
      .select(['revision', 'key', 'act', 'kind', 'addressees'])
      .where('revision', 'in', revisions)
      .execute(),
    db
      .selectFrom('revision_texts')
      .select(['revision', 'language', 'sections'])
      .where('revision', 'in', revisions)
      .orderBy('version')
      .execute(),
  ])
  for (const { revision, ...head } of sections)
    heads.set(`${revision}/${head.key}`, { ...head, headings: {} })
  for (const text of texts) {
    for (const { key, paired, heading } of text.sections)
      addHeading(heads.get(`${text.revision}/${paired ?? key}`), text.language, heading)
  }
  return heads
}

function addHeading(head: { headings: Translated } | undefined, language: LanguageCode, heading: string) {
  if (head !== undefined && heading !== '') head.headings[language] = heading
}
