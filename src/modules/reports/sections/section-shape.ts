import { z } from 'zod'
import { partyShape, type Reader } from '#modules/mandates/index.ts'
import { may } from '#platform/access/rights.ts'
import { openSteps } from '#platform/access/workflow.ts'
import { languageCodes } from '#platform/languages.ts'
import { coded, codedShape, named, saidShape, type Said } from '#platform/web/shapes.ts'
import type { Visit } from '#platform/web/visit.ts'
import { citedShape } from '../citing/citation-shape.ts'
import { dayOf } from '#platform/ui/format.ts'
import { isSectionLate, sectionDueOn } from '../asking/due.ts'
import { markedBlocks, uncitedIn } from '../markup/markup.ts'
import { ownerRef, sectionStateKeys } from '../names.ts'
import { partShape, type PartRecord } from '../parts/part-shape.ts'
import type { Report } from '../report.ts'
import type { TalkFigures } from '../talk/talk.ts'
import { limitUnits, type Counting } from './limit.ts'
import { countingShape } from '../templates/template-shape.ts'
import { sectionRights } from './section-rights.ts'
import { sectionSteps, sectionWorkflow, type SectionStep } from './section-workflow.ts'
import { isOpenFor, isPlannedFor, sectionStates, sectionThing, type Section } from './section.ts'

const acts = ['edit', 'write', 'ask'] as const

/** A limit, and how long the text is as its recipient counts. */
export const limitShape = z.object({
  unit: z.enum(limitUnits),
  number: z.number(),
  length: z.number(),
  counting: countingShape,
})

/** A section of a report, as far as the reader may see it; what was frozen has neither state nor steps. */
export const sectionShape = z.object({
  id: z.string().nullable(),
  code: z.string(),
  name: saidShape,
  purpose: saidShape.nullable(),
  owner: partyShape.nullable(),
  state: codedShape(sectionStates).nullable(),
  returnedBecause: z.string().nullable(),
  /** The day by which it must be handed in. */
  dueOn: z.iso.date().nullable(),
  late: z.boolean(),
  /** What of it is still open, of what was said while it is written. */
  open: z.object({ comments: z.int(), suggestions: z.int() }).nullable(),
  limit: limitShape.nullable(),
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
  /** How long the text is in the unit of its limit. */
  length: number
  counting: Counting
  open: TalkFigures
  noticeDays: number
}

export function sectionRecord(
  { visit, names }: { visit: Pick<Visit, 'actor' | 'language' | 't' | 'now'>; names: Reader },
  { report, section, text, cited, parts, length, counting, open, noticeDays }: SectionSubject,
): SectionRecord {
  const blocks = markedBlocks(text?.text ?? '')
  const thing = sectionThing(section, report)
  const isOpen = isOpenFor(report.state)
  const isMay = (act: (typeof acts)[number]) =>
    isPlannedFor(report.state) && may(sectionRights, act, visit.actor, thing)
  const { limit } = section
  const due = { ownDueOn: section.dueOn, reportDueOn: report.dueOn, noticeDays }
  const dueOn = sectionDueOn(due)
  return {
    id: section.id,
    code: section.code,
    name: named(visit, section.name, section.code),
    purpose: named(visit, section.purpose, section.code),
    owner: ownerRef(names, section.owner ?? report.lead),
    state: coded(visit, section.state, sectionStateKeys),
    returnedBecause: section.returnedBecause,
    dueOn,
    late: isSectionLate({ state: section.state, dueOn }, report, dayOf(visit.now)),
    open,
    limit: limit === null ? null : { ...limit, length, counting },
    text,
    originalLanguage: section.language,
    uncited: uncitedIn(blocks),
    cited,
    parts,
    may: acts.filter((act) => (act === 'edit' || isOpen) && isMay(act)),
    steps: isOpen ? openSteps(sectionWorkflow, sectionRights, visit.actor, thing) : [],
    revision: section.revision,
  }
}
