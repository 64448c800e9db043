import fs from 'node:fs'
import path from 'node:path'
import { sql } from 'kysely'
import type { Db } from '#platform/database/tables.ts'
import type { ThesaurusFile } from '#platform/search/thesaurus/thesaurus.ts'
import { chanceOf, vocabularyOf, type Vocabulary } from '../search/invented-documents.ts'
import type { Cited } from './invented-plans.ts'

/** Invented words of each language, with terms of the thesaurus among them. */
export function readVocabulary(): Vocabulary {
  const file = path.join(import.meta.dirname, '../../reference/thesaurus.json')
  return vocabularyOf(JSON.parse(fs.readFileSync(file, 'utf8')) as ThesaurusFile, chanceOf(1))
}

/** What items can answer: duties and provisions of the register that is loaded. */
export async function citedRecords(db: Db): Promise<Cited> {
  const { rows } = await sql<{ duty: string; provision: string }>`
    select d.id as duty, d.revision || '/' || d.address as provision from duties d order by d.id collate "C"`.execute(
    db,
  )
  return {
    duties: rows.map(({ duty }) => duty),
    provisions: [...new Set(rows.map(({ provision }) => provision))],
  }
}
