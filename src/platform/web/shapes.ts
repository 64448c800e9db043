import { z } from 'zod'
import { inLanguage, languageCodes, type Translated } from '../languages.ts'
import type { MessageKey } from '../messages.ts'
import type { Unchecked } from '../texts/words.ts'
import type { Visit } from './visit.ts'

/** A text in the best language there is for the reader, with that language. */
export const saidShape = z.object({
  text: z.string(),
  language: z.enum(languageCodes),
  /** Only where a machine has translated it and no person has checked it, or the original was edited since. */
  state: z.enum(['machine', 'outdated']).optional(),
})
export type Said = z.infer<typeof saidShape>

/** `unchecked`: the languages in which the text must be labelled. */
export function said(
  reader: Pick<Visit, 'language'>,
  text: Translated,
  unchecked: Unchecked = {},
): Said | null {
  const found = inLanguage(text, reader.language)
  const state = found === null ? undefined : unchecked[found.language]
  return found === null || state === undefined ? found : { ...found, state }
}

/** A name is never missing: the id stands in where nobody has given one. */
export const named = (reader: Pick<Visit, 'language'>, text: Translated, id: string): Said =>
  said(reader, text) ?? { text: id, language: 'en' }

/** A code and its label in the language of the address. */
export const codedShape = <const Codes extends readonly [string, ...string[]]>(codes: Codes) =>
  z.object({ code: z.enum(codes), label: z.string() })

export const coded = <Code extends string>(
  { t }: Pick<Visit, 't'>,
  code: Code,
  keys: Record<Code, MessageKey>,
): { code: Code; label: string } => ({ code, label: t(keys[code]) })

/** A code of data, whose labels are data too. */
export const tagShape = z.object({ code: z.string(), label: saidShape.nullable() })
