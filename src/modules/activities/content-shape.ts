import { z } from 'zod'
import { progressStates, reaches, type ActivityContent } from './content.ts'

const code = z.string().max(40)
const prose = z.string().max(20_000)
const tag = z.strictObject({ code, why: prose.default('') })
const size = z.strictObject({ checksum: z.string().length(64), width: z.int(), height: z.int() })

/** The content of an entry as JSON: what the API gives and takes. */
export const contentShape = z.strictObject({
  title: prose,
  website: z.string().max(300).nullable(),
  type: code.nullable(),
  summary: prose,
  objective: prose,
  content: prose,
  results: prose,
  reach: z.enum(reaches).nullable(),
  countries: z.array(code).max(260),
  regions: z.array(code).max(20),
  status: z.enum(progressStates).nullable(),
  start: z.string().max(10).nullable(),
  end: z.string().max(10).nullable(),
  actionLines: z.array(tag.extend({ themes: z.array(code).max(60).default([]) })).max(40),
  sdgs: z.array(tag).max(200),
  gdc: z.array(tag).max(20),
  beneficiaries: z.array(tag).max(40),
  genevaTargets: z.array(code).max(20),
  replicability: prose,
  sustainability: prose,
  values: prose,
  partnerships: prose,
  challenges: prose,
  lessons: prose,
  budget: z.strictObject({ amount: z.number(), currency: z.string().max(10) }).nullable(),
  funding: prose,
  picture: size.extend({ small: size, alt: z.string().max(500) }).nullable(),
  attachments: z
    .array(
      z.strictObject({ checksum: z.string().length(64), name: z.string(), type: z.string(), size: z.int() }),
    )
    .max(20),
}) satisfies z.ZodType<ActivityContent>
