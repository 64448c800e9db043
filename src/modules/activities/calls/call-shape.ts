import { z } from 'zod'
import { may } from '#platform/access/rights.ts'
import { openSteps } from '#platform/access/workflow.ts'
import { languageCodes, type LanguageCode } from '#platform/languages.ts'
import { textStates, type TextRead, type TextState } from '#platform/texts/texts.ts'
import { coded, codedShape, saidShape, tagShape, type Said } from '#platform/web/shapes.ts'
import type { Visit } from '#platform/web/visit.ts'
import type { ActivityCodes } from '../codes-queries.ts'
import { tagOf } from '../published/activity-shape.ts'
import type { RegionFigure } from './answer-queries.ts'
import { daysLeft, isPastCutOff } from './call-days.ts'
import type { CallRead } from './call-queries.ts'
import { callRights } from './call-rights.ts'
import { callWorkflow } from './call-workflow.ts'
import { callStates, callThing, type CallState } from './call.ts'
import { callSteps } from './steps.ts'

const count = z.int().nonnegative()

/** What is expected, and what came; late entries are taken too. */
const figures = { expected: count, inTime: count, late: count, published: count }

/** A call in a list. */
export const callRowShape = z.object({
  id: z.string(),
  title: saidShape,
  state: codedShape(callStates),
  opensOn: z.iso.date(),
  cutOff: z.iso.date(),
  /** The name of the zone in which the days of the call begin and end. */
  zone: z.string(),
  isPastCutOff: z.boolean(),
  daysLeft: count,
  ...figures,
  example: z.boolean(),
})

export type CallRow = z.infer<typeof callRowShape>

const acts = ['edit', 'target', 'see-answers', 'write'] as const

export const callShape = callRowShape.extend({
  letter: saidShape.extend({ isFallback: z.boolean() }),
  titleIsFallback: z.boolean(),
  originalLanguage: z.enum(languageCodes),
  openedAt: z.iso.datetime().nullable(),
  closedAt: z.iso.datetime().nullable(),
  remindDays: z.int().nullable(),
  /** By region of the organizations; null where they have none. */
  regions: z.array(z.object({ region: tagShape.nullable(), ...figures })),
  languages: z.array(z.object({ language: z.enum(languageCodes), state: z.enum(textStates) })),
  /** What the reader can do with it now. */
  may: z.array(z.enum(acts)),
  steps: z.array(z.enum(callSteps)),
  revision: z.int(),
})

export type CallRecord = z.infer<typeof callShape>

/** Adds the figures of all regions up. */
export const callRow = (
  visit: Visit,
  { call, words }: CallRead,
  regions: readonly RegionFigure[],
): CallRow => {
  const sum = (of: 'expected' | 'inTime' | 'late' | 'published') =>
    regions.reduce((all, figure) => all + figure[of], 0)
  return {
    id: call.id,
    title: saidOf(words.title, call.language),
    state: coded(visit, call.state, stateKeys),
    opensOn: call.opensOn,
    cutOff: call.cutOff,
    zone: call.zone,
    isPastCutOff: isPastCutOff(call, visit.now),
    daysLeft: daysLeft(call, visit.now),
    expected: sum('expected'),
    inTime: sum('inTime'),
    late: sum('late'),
    published: sum('published'),
    example: call.isExample,
  }
}

export type CallSubject = CallRead & {
  regions: RegionFigure[]
  languages: ReadonlyMap<LanguageCode, TextState>
}

export function callRecord(visit: Visit, codes: ActivityCodes, subject: CallSubject): CallRecord {
  const { call, words, regions, languages } = subject
  const thing = callThing(call)
  return {
    ...callRow(visit, subject, regions),
    letter: { ...saidOf(words.letter, call.language), isFallback: words.letter?.isFallback ?? false },
    titleIsFallback: words.title?.isFallback ?? false,
    originalLanguage: call.language,
    openedAt: call.openedAt?.toISOString() ?? null,
    closedAt: call.closedAt?.toISOString() ?? null,
    remindDays: call.remindDays,
    regions: inOrder(codes, regions).map(({ call: _call, region, ...figure }) => ({
      region: region === '' ? null : tagOf(visit, codes, ['itu-regions'], region),
      ...figure,
    })),
    languages: languageCodes.map((language) => ({ language, state: languages.get(language) ?? 'missing' })),
    may: acts.filter((act) => may(callRights, act, visit.actor, thing)),
    steps: openSteps(callWorkflow, callRights, visit.actor, thing),
    revision: call.revision,
  }
}

/** Every region has its line, also when nothing came from it; what is of no region stands last. */
function inOrder(codes: ActivityCodes, regions: readonly RegionFigure[]): RegionFigure[] {
  const nothing = { call: '', expected: 0, inTime: 0, late: 0, published: 0 }
  const known = [...codes['itu-regions'].keys()].map(
    (code) => regions.find(({ region }) => region === code) ?? { ...nothing, region: code },
  )
  return [...known, ...regions.filter(({ region }) => !codes['itu-regions'].has(region))]
}

/** A machine's words and old ones are labelled. A text alone is in the language that is given. */
export const saidOf = (read: TextRead | string | undefined, language: LanguageCode): Said => {
  if (typeof read !== 'object') return { text: read ?? '', language }
  const isUnchecked = !read.isFallback && (read.state === 'machine' || read.state === 'outdated')
  return {
    text: read.text,
    language: read.language,
    ...(isUnchecked ? { state: read.state as 'machine' | 'outdated' } : {}),
  }
}

const stateKeys = {
  draft: 'state.call.draft',
  open: 'state.call.open',
  closed: 'state.call.closed',
  discarded: 'state.call.discarded',
} as const satisfies Record<CallState, string>
