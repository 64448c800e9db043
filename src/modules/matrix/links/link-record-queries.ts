import type { RecordKind } from '#modules/mandates/index.ts'
import type { Translated } from '#platform/languages.ts'
import { matrixPaths } from '../paths.ts'
import { codesOf, textKind } from './link.ts'
import { linksByIds } from './link-queries.ts'

/** Links of the Matrix, as reports cite and list them; called by their codes, which are the same in every language. */
export const linkRecords: RecordKind = {
  kind: textKind,
  idOf: (path) => /^\/matrix\/links\/([0-9a-z]{10})$/.exec(path)?.[1] ?? null,
  path: matrixPaths.link,
  names: async (db, ids) =>
    new Map(
      (await linksByIds(db, ids)).map((link): [string, Translated] => [link.id, { en: codesOf(link) }]),
    ),
}
