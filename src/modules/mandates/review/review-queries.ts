import type { Db } from '#platform/database/tables.ts'
import { storedFile } from '#platform/files/file-commands.ts'
import { applyDecisions } from './apply-decisions.ts'
import type { Decision } from './edit.ts'
import type { Import } from './import.ts'
import type { ReviewedText, SourceBlock } from './reviewed-text.ts'

const columns = [
  'id',
  'kind',
  'state',
  'source',
  'file_name as fileName',
  'language',
  'title',
  'revision',
  'version',
  'describes',
  'origin',
  'within_scopes as within',
  'opened_by as openedBy',
  'opened_at as openedAt',
  'last_decision as lastDecision',
  'changed_at as changedAt',
  'ended_at as endedAt',
] as const

export const importRows = (db: Db) => db.selectFrom('imports').select(columns)

/** Whoever asks for more than its id decides who may see it. */
export async function importById(db: Db, id: string): Promise<Import | null> {
  return (await importRows(db).where('id', '=', id).executeTakeFirst()) ?? null
}

export type TakenDecision = Decision & { by: string; at: Date; isUndone: boolean }

/** All decisions of an import in their order, those that were taken back included. */
async function decisionsOf(db: Db, id: string): Promise<TakenDecision[]> {
  const rows = await db
    .selectFrom('import_decisions')
    .select(['seq', 'edit', 'reread', 'decided_by', 'decided_at', 'undone_at'])
    .where('import', '=', id)
    .orderBy('seq')
    .execute()
  return rows.map(({ seq, edit, reread, decided_by, decided_at, undone_at }) => ({
    seq,
    edit,
    reread,
    by: decided_by,
    at: decided_at,
    isUndone: undone_at !== null,
  }))
}

export type UnderReview = { suggestions: ReviewedText; decisions: TakenDecision[]; text: ReviewedText }

/** What the parser suggests, what people decided, and the text that follows from both. */
export async function underReview(db: Db, id: string): Promise<UnderReview> {
  const { text: suggestions } = await db
    .selectFrom('import_suggestions')
    .select('text')
    .where('import', '=', id)
    .executeTakeFirstOrThrow()
  const decisions = await decisionsOf(db, id)
  const standing = decisions.filter(({ isUndone }) => !isUndone)
  return { suggestions, decisions, text: applyDecisions(suggestions, standing) }
}

/** The lines of the source from one place up to another, not included. */
export async function blocksBetween(
  db: Db,
  id: string,
  from: number,
  to: number,
): Promise<(SourceBlock & { place: number })[]> {
  return db
    .selectFrom('import_blocks')
    .select(['place', 'at', 'text'])
    .where('import', '=', id)
    .where('place', '>=', from)
    .where('place', '<', to)
    .orderBy('place')
    .execute()
}

/** The bytes of the file: with the revision once it is stored, else where sent files are kept. */
export async function sourceOf(
  db: Db,
  checksum: string,
): Promise<{ bytes: Uint8Array; name: string } | null> {
  const stored = await db
    .selectFrom('source_files')
    .select(['bytes', 'name'])
    .where('checksum', '=', checksum)
    .executeTakeFirst()
  if (stored) return stored
  return storedFile(db, checksum)
}

/** The import that the present text of a revision in a language came from, and a correction that is under way. */
export async function importsOfText(
  db: Db,
  revision: string,
  language: string,
): Promise<{ stored: Import | null; correction: Import | null }> {
  const rows = await importRows(db)
    .where('revision', '=', revision)
    .where('language', '=', language as Import['language'])
    .where('state', '<>', 'abandoned')
    .orderBy('version', 'desc')
    .orderBy('opened_at', 'desc')
    .execute()
  return {
    stored: rows.find(({ state }) => state === 'confirmed') ?? null,
    correction: rows.find(({ state }) => state === 'draft') ?? null,
  }
}

/** Drafts of the same file in the same language that are still open. */
export const openDraftsOf = (db: Db, checksum: string): Promise<Import[]> =>
  importRows(db).where('source', '=', checksum).where('state', '=', 'draft').orderBy('opened_at').execute()

/** A file that a stored text of this revision was read from. */
export async function storedSource(
  db: Db,
  revision: string,
  checksum: string,
): Promise<{ bytes: Uint8Array; name: string } | null> {
  const found = await db
    .selectFrom('source_files as f')
    .select(['f.bytes', 'f.name'])
    .where('f.checksum', '=', checksum)
    .where((is) =>
      is.exists(
        is
          .selectFrom('revision_texts as t')
          .select('t.source')
          .where('t.revision', '=', revision)
          .whereRef('t.source', '=', 'f.checksum'),
      ),
    )
    .executeTakeFirst()
  return found ?? null
}
