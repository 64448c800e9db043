import { stateWord } from '#platform/access/words.ts'
import { seenByAll } from '#platform/past/seen-queries.ts'
import type { SubjectKind } from '#platform/past/subject.ts'
import type { Db } from '#platform/database/tables.ts'
import type { LanguageCode } from '#platform/languages.ts'
import type { TextKind } from '#platform/texts/texts.ts'
import { textsOf } from '#platform/texts/texts.ts'
import { matrixPaths } from '../paths.ts'
import { linkById } from './link-queries.ts'
import { loadingSubject, rationaleField, textKind } from './link.ts'
import '../tables.ts'

/** How the history tells of links: to everybody, by their codes. */
export const linkSubject: SubjectKind = {
  kind: textKind,
  noun: textKind,
  seenBy: seenByAll,
  // What was shipped has no line of its own before somebody works on it.
  related: async ({ db }, id) => {
    const link = await linkById(db, id)
    return link === null || link.source === null ? [] : [loadingSubject]
  },
  // Without the agency: not everybody may see each organization. The rationale has its own versions among the texts.
  record: {
    table: 'matrix_links',
    fields: {
      state: { label: 'matrix.filter.state', word: (t, code) => stateWord(t, textKind, code) },
      valid_from: { label: 'matrix.valid-from' },
      valid_until: { label: 'matrix.valid-until' },
    },
  },
  named: async ({ db }, ids) =>
    new Map(
      [...(await codesOf(db, ids))].map(([id, codes]) => [id, { label: codes, path: matrixPaths.link(id) }]),
    ),
}

/** Rationales are translated in the workbench; who facilitates the line may do so too. */
export const linkTexts: TextKind = {
  name: 'noun.matrix-link',
  fields: { [rationaleField]: 'matrix.rationale' },
  titlesOf,
  pathOf: matrixPaths.link,
  ownersOf: async (db, id) => {
    const row = await db
      .selectFrom('matrix_links')
      .select('action_line')
      .where('id', '=', id)
      .executeTakeFirst()
    return { owners: [], within: row === undefined ? [] : [`action-line:${row.action_line}`] }
  },
}

async function titlesOf(db: Db, ids: string[], language: LanguageCode): Promise<Map<string, string>> {
  const codes = await codesOf(db, ids)
  const texts = await textsOf(
    db,
    ids.map((id) => ({ kind: textKind, id })),
    language,
  )
  return new Map(
    [...codes].map(([id, cell]) => {
      const rationale = texts.get(textKind, id)[rationaleField]?.text ?? ''
      return [id, rationale === '' ? cell : `${cell}: ${rationale}`]
    }),
  )
}

async function codesOf(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('matrix_links')
    .select(['id', 'action_line', 'sdg', 'target', 'objective'])
    .where('id', 'in', ids)
    .execute()
  return new Map(
    rows.map(({ id, action_line, sdg, target, objective }) => [
      id,
      [action_line, target ?? sdg, objective === null ? null : `GDC ${objective}`]
        .filter((part) => part !== null)
        .join(' · '),
    ]),
  )
}
