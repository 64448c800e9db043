import { readDutiesWithDoubts } from './duties/read-duties.ts'
import { readUnits } from './grammar/read-units.ts'
import type { LanguageCode } from './language-code.ts'
import { readSource } from './read-source.ts'
import type { Resolution } from './resolution.ts'
import type { SourceText } from './source.ts'

/** A resolution's file, as it was published, with its provisions and the duties in them. Throws `Unreadable`. */
export async function parseResolution(
  input: Uint8Array,
  options: { name?: string; language?: LanguageCode } = {},
): Promise<Resolution> {
  const source = await readSource(input, options.name === undefined ? {} : { name: options.name })
  return resolutionOf(source, options)
}

/** The same from a file that has been read already. */
export function resolutionOf(source: SourceText, options: { language?: LanguageCode } = {}): Resolution {
  const draft = readUnits(source, options.language === undefined ? {} : { language: options.language })
  const { duties, warnings } = readDutiesWithDoubts(draft)
  return { ...draft, duties, warnings: [...draft.warnings, ...warnings] }
}
