import { z } from 'zod'
import { partyShape, type Reader } from '#modules/mandates/index.ts'
import { languageCodes } from '#platform/languages.ts'
import { coded, codedShape } from '#platform/web/shapes.ts'
import type { Visit } from '#platform/web/visit.ts'
import { bodyRef, cadenceKeys, ownerRef } from '../names.ts'
import { querySchema } from '../parts/part.ts'
import { limitUnits } from '../sections/limit.ts'
import { templateCadences, type Template } from './template.ts'
import { headBoxes, headLines, usualHead } from './template-head.ts'

const inSix = z.record(z.enum(languageCodes), z.string())
export const countingShape = z.object({
  footnotes: z.boolean(),
  tables: z.boolean(),
  headings: z.boolean(),
  wordsOfPage: z.number(),
  charactersOfWord: z.number(),
})
const limit = z.object({ unit: z.enum(limitUnits), number: z.number() }).nullable()

/** A template with its sections; words in all six languages, since reports are written in any of them. */
export const templateShape = z.object({
  id: z.string(),
  line: z.string(),
  name: inSix,
  about: inSix,
  recipient: partyShape,
  via: z.array(partyShape),
  lead: partyShape,
  cadence: codedShape(templateCadences),
  /** How many days before its recipient meets a paper must be there. */
  noticeDays: z.int(),
  limit,
  /** How its recipient counts. */
  counting: countingShape,
  duties: z.array(z.string()),
  offered: z.boolean(),
  source: z.string(),
  /** How the head of papers looks. */
  head: z.object({
    lines: z.array(z.enum(headLines)),
    boxes: z.array(z.enum(headBoxes)),
    from: inSix.nullable(),
  }),
  sections: z.array(
    z.object({
      code: z.string(),
      name: inSix,
      purpose: inSix,
      owner: partyShape.nullable(),
      limit,
      parts: z.array(z.object({ key: z.string(), query: querySchema })),
    }),
  ),
})

export type TemplateRecord = z.infer<typeof templateShape>

export const templateRecord = (
  { visit, names }: { visit: Pick<Visit, 't'>; names: Reader },
  template: Template,
): TemplateRecord => ({
  ...template,
  recipient: bodyRef(names, template.recipient),
  via: template.via.map((body) => bodyRef(names, body)),
  lead: bodyRef(names, template.lead),
  cadence: coded(visit, template.cadence, cadenceKeys),
  head: template.head ?? usualHead,
  sections: template.sections.map((section) => ({
    ...section,
    owner: section.owner === null ? null : ownerRef(names, section.owner),
  })),
})
