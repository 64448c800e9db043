import fs from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { languageCodes } from '#platform/languages.ts'

const words = z.strictObject({ title: z.string().min(1), letter: z.string().min(1) })
const expected = z.record(z.string(), z.int().positive())

const call = z.strictObject({
  language: z.enum(languageCodes),
  opensMonthsAgo: z.int(),
  /** Less than nothing: in so many months from now. */
  cutOffMonthsAgo: z.int(),
  isClosed: z.boolean(),
  /** How many entries are expected of regions and countries, by code. */
  targets: expected,
  /** And of organizations, by what the files of the activities call them. */
  organizations: expected,
  words: z.record(z.enum(languageCodes), words),
})

const file = z.strictObject({ calls: z.array(call) })

export type DemoCall = z.infer<typeof call>

const folder = path.resolve(import.meta.dirname, '../../../../demo')

/** The invented calls: one that was closed, one that is open. */
export const readDemoCalls = (): DemoCall[] =>
  file.parse(JSON.parse(fs.readFileSync(path.join(folder, 'calls.json'), 'utf8'))).calls
