import type { Translated } from '#platform/languages.ts'
import type { SourceText } from '#platform/texts/texts.ts'
import { versionTextKind, type MatrixVersion } from './version.ts'

/** Why a version was published, in the language in which it was written and others that came with it. */
export function noteText(
  { number, language }: Pick<MatrixVersion, 'number' | 'language'>,
  note: Translated,
): SourceText {
  const { [language]: text = '', ...others } = note
  return {
    kind: versionTextKind,
    id: String(number),
    field: 'note',
    language,
    text,
    ...(Object.keys(others).length > 0 ? { alsoIn: others } : {}),
  }
}
