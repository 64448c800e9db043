import type { Db } from '#platform/database/tables.ts'
import { textsOf } from '#platform/texts/texts.ts'
import { rationaleField, textKind, type Link } from './link.ts'

/** The rationale in the language in which it was written; empty where there is none. */
export async function originalRationale(
  db: Db,
  { id, language }: Pick<Link, 'id' | 'language'>,
): Promise<string> {
  const texts = await textsOf(db, [{ kind: textKind, id }], language)
  return texts.get(textKind, id)[rationaleField]?.text ?? ''
}
