import type { Visibility } from '#platform/access/visibility.ts'
import type { Db } from '#platform/database/tables.ts'
import type { Translated } from '#platform/languages.ts'

/** What a notice needs to know of a piece of evidence. */
export async function evidenceOf(
  db: Db,
  id: string,
): Promise<{ duty: string; author: string; contester: string | null; visibility: Visibility } | null> {
  const found = await db
    .selectFrom('evidence as e')
    .select(['e.duty', 'e.linked_by as author', 'e.visibility'])
    .select((is) =>
      is
        .selectFrom('evidence_contests as c')
        .select('c.raised_by')
        .whereRef('c.evidence', '=', 'e.id')
        .orderBy('c.raised_at', 'desc')
        .limit(1)
        .as('contester'),
    )
    .where('e.id', '=', id)
    .executeTakeFirst()
  return found ?? null
}

/** The name of the file that was imported. */
export async function importNamed(db: Db, id: string): Promise<string> {
  const found = await db.selectFrom('imports').select('file_name').where('id', '=', id).executeTakeFirst()
  return found?.file_name ?? id
}

export async function revisionNamed(db: Db, id: string): Promise<Translated | null> {
  const found = await db.selectFrom('revisions').select('name').where('id', '=', id).executeTakeFirst()
  return found?.name ?? null
}
