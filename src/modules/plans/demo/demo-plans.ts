import fs from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { languageCodes, type LanguageCode } from '#platform/languages.ts'
import { dispositions } from '../consultation/comment.ts'
import { leastParts, sums } from '../indicators/dimension.ts'
import { directions, disaggregations, frequencies, pers } from '../indicators/indicator.ts'
import { itemTrees } from '../item.ts'
import { planSteps } from '../plan-steps.ts'
import { ratings } from '../progress/report.ts'

const day = z.iso.date()

/** A day, or how many days before the world is loaded; less than nothing: after it. */
export const when = z.union([day, z.int()])

export const inSix = z.record(z.enum(languageCodes), z.string().min(1))
const keys = z.array(z.string()).default([])

const dates = {
  startsOn: day.nullable().default(null),
  deadlineOn: day.nullable().default(null),
  deadlineTime: z.string().nullable().default(null),
}

const item = z.strictObject({
  key: z.string(),
  level: z.string(),
  /** Key of the item above it. */
  above: z.string().nullable().default(null),
  /** Carried on from the plan before, where it has the same key, and its words. */
  isCarried: z.boolean().default(false),
  title: inSix.optional(),
  text: inSix.optional(),
  result: inSix.optional(),
  risks: inSix.optional(),
  lead: z.string().nullable().default(null),
  contributors: keys,
  partners: keys,
  /** Partners of the example world, by their acronyms. */
  organizations: keys,
  ...dates,
  amount: z.int().nullable().default(null),
  currency: z.string().nullable().default(null),
  staffMonths: z.int().nullable().default(null),
  codes: z.partialRecord(z.enum(itemTrees), z.array(z.string())).default({}),
  provisions: keys,
  duties: keys,
  /** What the files of the activities call them. */
  activities: keys,
})

/** A comment of an example person, in their language and in translation. */
const comment = z.strictObject({
  does: z.literal('comment'),
  key: z.string(),
  on: when,
  by: z.string(),
  isNamed: z.boolean(),
  /** Key of the item; null: on the whole plan. */
  item: z.string().nullable(),
  language: z.enum(languageCodes),
  text: inSix,
})

const reply = z.strictObject({
  does: z.literal('dispose'),
  comment: z.string(),
  on: when,
  disposition: z.enum(dispositions),
  reply: inSix,
})

const figure = {
  value: z.number().nullable().default(null),
  numerator: z.number().nullable().default(null),
  denominator: z.number().nullable().default(null),
}

const called = { code: z.string(), name: inSix }

const dimension = z.strictObject({
  ...called,
  sum: z.enum(sums),
  parts: z.array(z.strictObject(called)).min(leastParts),
})

const indicator = z.strictObject({
  key: z.string(),
  item: z.string(),
  frequency: z.enum(frequencies),
  direction: z.enum(directions),
  per: z.literal(pers).nullable().default(null),
  disaggregation: z.array(z.enum(disaggregations)).default([]),
  dimensions: z.array(dimension).default([]),
  /** Null: nobody has measured where it began. */
  baseline: z.strictObject({ year: z.int(), ...figure }).nullable(),
  target: z.strictObject({ value: z.number(), year: z.int() }),
  name: inSix,
  definition: inSix,
  unit: inSix,
})

const measured = z.strictObject({
  does: z.literal('measure'),
  on: when,
  indicator: z.string(),
  day,
  ...figure,
  parts: z.array(z.strictObject({ dimension: z.string(), part: z.string(), ...figure })).default([]),
})

const period = z.strictObject({
  does: z.literal('period'),
  on: when,
  key: z.string(),
  startsOn: day,
  endsOn: day,
  dueOn: day,
})

/** The secretariat closes the books of a period. */
const lock = z.strictObject({ does: z.literal('lock'), on: when, period: z.string() })

const report = z.strictObject({
  does: z.literal('report'),
  on: when,
  key: z.string(),
  period: z.string(),
  item: z.string(),
  rating: z.enum(ratings),
  percentDone: z.int(),
  achieved: inSix,
  obstacles: inSix.optional(),
  /** What shows it, as the files of the activities call it. */
  activities: keys,
})

/** Accepted with the reviewer's rating, or sent back with a reason. */
const review = z.strictObject({
  does: z.literal('review'),
  on: when,
  report: z.string(),
  rating: z.enum(ratings).optional(),
  reason: z.string().optional(),
})

const event = z.discriminatedUnion('does', [
  z.strictObject({
    does: z.literal('step'),
    on: when,
    step: z.enum(planSteps),
    commentsUntil: when.optional(),
  }),
  z.strictObject({ does: z.literal('adjust'), on: when, item: z.string(), reason: z.string(), ...dates }),
  z.strictObject({
    does: z.literal('split'),
    on: when,
    item: z.string(),
    reason: z.string(),
    parts: z.array(inSix).min(2),
  }),
  comment,
  reply,
  measured,
  period,
  lock,
  report,
  review,
])

const file = z.strictObject({
  note: z.string(),
  /** Name of the file with the plan before it. */
  follows: z.string().nullable().default(null),
  type: z.string(),
  language: z.enum(languageCodes),
  actionLine: z.string().nullable(),
  lead: z.string(),
  facilitators: keys,
  startsOn: day,
  endsOn: day,
  madeOn: when,
  title: inSix,
  vision: inSix,
  context: inSix,
  risks: inSix,
  items: z.array(item),
  indicators: z.array(indicator).default([]),
  events: z.array(event),
})

export type DemoPlan = z.infer<typeof file> & { name: string }
export type DemoItem = z.infer<typeof item>
export type DemoEvent = z.infer<typeof event>
export type DemoIndicator = z.infer<typeof indicator>
export type When = z.infer<typeof when>

export const daysAfter = (at: Date, days: number): Date => new Date(at.getTime() + days * 86_400_000)

export const momentOf = (on: When, now: Date): Date =>
  typeof on === 'string' ? new Date(`${on}T09:00:00Z`) : daysAfter(now, -on)

const folder = path.resolve(import.meta.dirname, '../../../../demo/plans')

/** The invented road maps and the operational plan, by the names of their files. */
export function readDemoPlans(): DemoPlan[] {
  const plans = fs
    .readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .map((name) => ({
      name: name.replace(/\.json$/, ''),
      ...file.parse(JSON.parse(fs.readFileSync(path.join(folder, name), 'utf8'))),
    }))
  return plans.map((plan) => ({ ...plan, items: plan.items.map((one) => worded(one, plan, plans)) }))
}

/** What was carried on says what it said in the plan before. */
function worded(one: DemoItem, { follows }: DemoPlan, plans: readonly DemoPlan[]): DemoItem {
  if (!one.isCarried) return one
  const before = plans.find(({ name }) => name === follows)?.items.find(({ key }) => key === one.key)
  if (before === undefined) throw new Error(`${one.key} is in no plan before`)
  const { title, text, result, risks } = before
  return { ...one, title, text, result, risks }
}

type InSix = z.infer<typeof inSix>

/** Some fields in one language; what is not said is empty. */
export const wordsIn = <Field extends string>(
  said: Partial<Record<Field, InSix | undefined>>,
  fields: readonly Field[],
  language: LanguageCode,
): Record<Field, string> =>
  Object.fromEntries(fields.map((field) => [field, said[field]?.[language] ?? ''])) as Record<Field, string>
