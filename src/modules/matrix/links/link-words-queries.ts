import { scopeNamesSeenBy } from '#modules/accounts/index.ts'
import { textsOf } from '#platform/texts/texts.ts'
import type { Visit } from '#platform/web/visit.ts'
import { cellCodes } from './cell-codes-queries.ts'
import type { LinkWords } from './link-shape.ts'
import { rationaleField, textKind, type Link } from './link.ts'

/** What links are worded with, for one reader: a few questions, however many links. */
export async function linkWords(
  { db, actor, language }: Pick<Visit, 'db' | 'actor' | 'language'>,
  links: readonly Pick<Link, 'id' | 'agency'>[],
): Promise<LinkWords> {
  const codes = await cellCodes(db)
  const agencies = await scopeNamesSeenBy(db, actor, [
    ...new Set(links.flatMap(({ agency }) => agency ?? [])),
  ])
  const texts = await textsOf(
    db,
    links.map(({ id }) => ({ kind: textKind, id })),
    language,
  )
  return { codes, agencies, rationaleOf: (id) => texts.get(textKind, id)[rationaleField] }
}
