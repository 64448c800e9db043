import fs from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { languageCodes, type LanguageCode } from '#platform/languages.ts'

const folder = path.resolve(import.meta.dirname, '../../test/golden')

const query = z.strictObject({
  words: z.string().min(1),
  /** What the query is there to try. */
  tries: z.string().min(1),
  /** By key of the entry: 3 is what was meant, 2 is about it, 1 touches it; 0 must not be found. */
  answers: z.record(z.string(), z.literal([0, 1, 2, 3])),
})

export type GoldenQuery = z.infer<typeof query> & { language: LanguageCode }

/** Queries of readers of all languages with the answers that people judged right; see `test/golden/README.md`. */
export const goldenQueries = (): GoldenQuery[] =>
  languageCodes.flatMap((language) =>
    z
      .array(query)
      .parse(JSON.parse(fs.readFileSync(path.join(folder, `${language}.json`), 'utf8')))
      .map((one) => ({ ...one, language })),
  )
