import { z } from 'zod'
import { partyShape, type Reader } from '#modules/mandates/index.ts'
import { may } from '#platform/access/rights.ts'
import { openSteps } from '#platform/access/workflow.ts'
import { languageCodes } from '#platform/languages.ts'
import { coded, codedShape, named, saidShape, type Said } from '#platform/web/shapes.ts'
import type { Visit } from '#platform/web/visit.ts'
import { citedShape } from '../citing/citation-shape.ts'
import { markedBlocks, uncitedIn, wordsIn } from '../markup/markup.ts'
import { bodyRef, sectionStateKeys } from '../names.ts'
import { partShape, type PartRecord } from '../parts/part-shape.ts'
import type { Report } from '../report.ts'
import { lengthIn, limitUnits } from './limit.ts'
import { sectionRights } from './section-rights.ts'
import { sectionSteps, sectionWorkflow, type SectionStep } from './section-workflow.ts'
import { isOpenFor, sectionStates, sectionThing, type Section } from './section.ts'

const acts = ['write', 'ask'] as const

/** A section of a report, as far as the reader may see it; what was frozen has neither state nor steps. */
export const sectionShape = z.object({
  id: z.string().nullable(),
  code: z.string(),
  name: saidShape,
  purpose: saidShape.nullable(),
  owner: partyShape.nullable(),
  state: codedShape(sectionStates).nullable(),
  returnedBecause: z.string().nullable(),
  limit: z.object({ unit: z.enum(limitUnits), number: z.number(), length: z.number() }).nullable(),
  /** With its marks: see the guide. */
  text: saidShape.nullable(),
  originalLanguage: z.enum(languageCodes),
  /** Paragraphs that rest on nothing. */
  uncited: z.array(z.string()),
  /** What claims rest on, by the address that stands in the text. */
  cited: z.array(citedShape),
  parts: z.array(partShape),
  may: z.array(z.enum(acts)),
  steps: z.array(z.enum(sectionSteps as [SectionStep, ...SectionStep[]])),
  revision: z.int(),
})

export type SectionRecord = z.infer<typeof sectionShape>

export type SectionSubject = {
  report: Report
  section: Section
  text: Said | null
  cited: SectionRecord['cited']
  parts: PartRecord[]
}

export function sectionRecord(
  { visit, names }: { visit: Visit; names: Reader },
  { report, section, text, cited, parts }: SectionSubject,
): SectionRecord {
  const blocks = markedBlocks(text?.text ?? '')
  const thing = sectionThing(section, report)
  const isOpen = isOpenFor(report.state)
  const { limit } = section
  return {
    id: section.id,
    code: section.code,
    name: named(visit, section.name, section.code),
    purpose: named(visit, section.purpose, section.code),
    owner: bodyRef(names, section.owner ?? report.lead),
    state: coded(visit, section.state, sectionStateKeys),
    returnedBecause: section.returnedBecause,
    limit:
      limit === null
        ? null
        : { ...limit, length: lengthIn(limit.unit, wordsIn(blocks), text?.language ?? section.language) },
    text,
    originalLanguage: section.language,
    uncited: uncitedIn(blocks),
    cited,
    parts,
    may: isOpen ? acts.filter((act) => may(sectionRights, act, visit.actor, thing)) : [],
    steps: isOpen ? openSteps(sectionWorkflow, sectionRights, visit.actor, thing) : [],
    revision: section.revision,
  }
}
