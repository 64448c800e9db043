import { isLanguageCode, languageCodes, type LanguageCode } from '#platform/languages.ts'
import { asAkomaNtoso } from '#parser/formats/akoma-ntoso.ts'
import { asCsv } from '#parser/formats/csv.ts'
import { asText } from '#parser/formats/text.ts'
import { parseResolution } from '#parser/parse-resolution.ts'
import { defaultLimits, readBytes } from '#parser/read-source.ts'
import type { Resolution } from '#parser/resolution.ts'
import { warningSentence } from '#parser/sentences.ts'
import { exitCodes, WrongUse, type Call } from './verb.ts'

const formats: Record<string, (resolution: Resolution, language: LanguageCode) => string> = {
  json: asJson,
  text: asText,
  csv: asCsv,
  akn: asAkomaNtoso,
}

/** `actionline parse FILE`: needs no database; prints the whole answer or nothing. */
export async function parse({ operands, options, language: terminal }: Call): Promise<number> {
  const write = formats[String(options['format'] ?? 'json')]
  if (!write)
    throw new WrongUse('wrong.format', {
      format: String(options['format']),
      formats: Object.keys(formats).join(', '),
    })
  const [file = ''] = operands
  const language = languageOption(options['language'])
  const resolution = await parseResolution(await readBytes(file, defaultLimits), { name: file, language })
  await new Promise<void>((resolve) => process.stdout.write(write(resolution, terminal), () => resolve()))
  return exitCodes.fine
}

/** Warnings carry their sentence in the language of the terminal, beside the code. */
function asJson(resolution: Resolution, language: LanguageCode): string {
  const warnings = resolution.warnings.map((warning) => ({
    ...warning,
    message: warningSentence(warning, language),
  }))
  return `${JSON.stringify({ ...resolution, warnings }, null, 2)}\n`
}

/** `--language xx`; undefined when it was not given. */
export function languageOption(given: string | boolean | undefined): LanguageCode | undefined {
  if (given === undefined) return undefined
  if (typeof given === 'string' && isLanguageCode(given)) return given
  throw new WrongUse('wrong.language', { language: String(given), languages: languageCodes.join(', ') })
}
