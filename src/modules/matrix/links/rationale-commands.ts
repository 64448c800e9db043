import type { Tx } from '#platform/database/tables.ts'
import type { Translated } from '#platform/languages.ts'
import { writeSources, type SourceText } from '#platform/texts/texts.ts'
import type { By } from './held-link-commands.ts'
import { rationaleField, textKind, type Link } from './link.ts'

/** Keeps the rationale of a link in the language in which it was written, and in others that came with it. */
export const writeRationale = (
  tx: Tx,
  link: Pick<Link, 'id' | 'language'>,
  rationale: Translated,
  { actor, at }: By,
): Promise<void> =>
  writeSources(
    tx,
    { bundle: `${textKind}/${link.id}`, texts: [rationaleText(link, rationale)] },
    actor.id,
    at,
  )

export function rationaleText(
  { id, language }: Pick<Link, 'id' | 'language'>,
  rationale: Translated,
): SourceText {
  const { [language]: text = '', ...others } = rationale
  return {
    kind: textKind,
    id,
    field: rationaleField,
    language,
    text,
    ...(Object.keys(others).length > 0 ? { alsoIn: others } : {}),
  }
}
