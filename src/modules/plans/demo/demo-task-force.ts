import fs from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { languageCodes } from '#platform/languages.ts'
import { matterKinds, matterVisibilities } from '../coordination/matters/matter.ts'
import { matterSteps } from '../coordination/matters/matter-workflow.ts'
import { overlapSteps } from '../coordination/overlaps/overlap-workflow.ts'
import { inSix, when } from './demo-plans.ts'

/** A plan or one of its items, as the files of the plans call them. */
const planned = z.strictObject({ plan: z.string(), item: z.string().optional() })

const matter = z.strictObject({
  key: z.string(),
  kind: z.enum(matterKinds),
  visibility: z.enum(matterVisibilities),
  language: z.enum(languageCodes),
  origin: z.string(),
  decidedOn: when,
  carer: z.string().nullable(),
  dueOn: when.nullable(),
  title: inSix,
  text: inSix,
  /** What has come of it, told when it is taken into account. */
  outcome: inSix.optional(),
  links: z.array(z.union([planned, z.strictObject({ duty: z.string() })])),
  steps: z.array(z.strictObject({ on: when, step: z.enum(matterSteps), reason: z.string().optional() })),
})

/** What was decided of two items that the site has found to be alike. */
const settlement = z.strictObject({
  on: when,
  step: z.enum(overlapSteps),
  one: planned,
  other: planned,
  keep: z.enum(['one', 'other']).optional(),
  reason: z.string(),
})

const file = z.strictObject({
  note: z.string(),
  matters: z.array(matter),
  overlaps: z.array(settlement),
})

export type DemoMatter = z.infer<typeof matter>
export type DemoSettlement = z.infer<typeof settlement>
export type DemoPlanned = z.infer<typeof planned>

const place = path.resolve(import.meta.dirname, '../../../../demo/task-force.json')

/** What the task force has decided of the invented plans, and what it has to consider. */
export const readDemoTaskForce = (): z.infer<typeof file> =>
  file.parse(JSON.parse(fs.readFileSync(place, 'utf8')))
