import fs from 'node:fs'
import { z } from 'zod'
import { thesaurusOf, type Thesaurus } from './thesaurus.ts'

const terms = z.object({ preferred: z.string().min(1), alternatives: z.array(z.string().min(1)) })

const thesaurusFile = z.object({
  concepts: z.array(
    z.object({
      id: z.string().min(1),
      group: z.string(),
      action_lines: z.array(z.string()),
      sdgs: z.array(z.number().int().min(1).max(17)),
      terms: z.object({ ar: terms, zh: terms, en: terms, fr: terms, ru: terms, es: terms }),
    }),
  ),
})

/** Reads a thesaurus from its file; `reference/thesaurus.json` is the one that is shipped. */
export const readThesaurus = (path: string): Thesaurus =>
  thesaurusOf(thesaurusFile.parse(JSON.parse(fs.readFileSync(path, 'utf8'))))
