import fs from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import type { Issue } from '#platform/errors.ts'
import { languageCodes } from '#platform/languages.ts'

const word = z.string().min(1)
const inSix = z.strictObject({ ar: word, zh: word, en: word, fr: word, ru: word, es: word })
const day = z.string().regex(/^\d{4}-\d\d-\d\d$/)

const section = z.strictObject({
  /** Who of the example people writes it: their id without 'example-'. */
  by: z.string(),
  text: inSix,
  /** What it said first, in the language of the report. */
  first: z.string().optional(),
})

/** Who speaks of a draft, on which day, and what others of these call it. */
const said = { on: day, by: z.string(), name: z.string() }
const words = { section: z.string(), language: z.enum(languageCodes) }

/** What people say of a draft, and what becomes of it. */
const talk = [
  /** Of words that stand in the text; of the whole section where there are none. */
  z.strictObject({ does: z.literal('comment'), ...said, ...words, quote: z.string(), text: word }),
  z.strictObject({ does: z.literal('reply'), ...said, text: word }),
  z.strictObject({ does: z.literal('settle'), ...said }),
  /** Another wording of a paragraph, counted from 1. */
  z.strictObject({
    does: z.literal('suggest'),
    ...said,
    ...words,
    paragraph: z.int().positive(),
    after: word,
    why: word,
  }),
  z.strictObject({ does: z.literal('accept'), ...said }),
  z.strictObject({ does: z.literal('reject'), ...said, reason: word }),
  z.strictObject({ does: z.literal('withdraw'), ...said }),
] as const

const steps = ['collect', 'draft', 'submit', 'clear-sector', 'clear-task-force', 'clear', 'archive'] as const

const event = z.discriminatedUnion('does', [
  z.strictObject({ does: z.literal('step'), on: day, step: z.enum(steps) }),
  z.strictObject({ does: z.literal('send-report-back'), on: day, reason: z.string() }),
  /** Sections are written and handed in; those that say something else at first, with these words. */
  z.strictObject({ does: z.literal('write'), on: day, sections: z.array(z.string()) }),
  z.strictObject({ does: z.literal('send-back'), on: day, section: z.string(), reason: z.string() }),
  /** Written anew in the language of the report, and in the others but those that are left as they were. */
  z.strictObject({
    does: z.literal('rewrite'),
    on: day,
    section: z.string(),
    leaves: z.array(z.enum(languageCodes)),
  }),
  z.strictObject({ does: z.literal('clear'), on: day, sections: z.array(z.string()) }),
  z.strictObject({ does: z.literal('freeze'), on: day, symbol: z.string() }),
  z.strictObject({ does: z.literal('deliver'), on: day }),
  z.strictObject({ does: z.literal('consider'), on: day, decision: z.string() }),
  /** A new version with another text of one section, up to its delivery. */
  z.strictObject({ does: z.literal('correct'), on: day, note: z.string(), section: z.string(), text: inSix }),
  ...talk,
])

const file = z.strictObject({
  note: z.string(),
  template: z.string(),
  language: z.enum(languageCodes),
  startsOn: day,
  endsOn: day,
  dueOn: day,
  madeOn: day,
  answers: z.array(z.strictObject({ duty: z.string(), occurrence: z.string() })),
  /** The language that a machine translates. */
  machine: z.enum(languageCodes).optional(),
  title: inSix,
  summary: inSix,
  meeting: inSix,
  agendaItem: z.string().optional(),
  action: inSix,
  /** Filters that live parts get besides what the template asks. */
  filters: z.record(z.string(), z.record(z.string(), z.string())).default({}),
  sections: z.record(z.string(), section),
  events: z.array(event),
})

export type DemoReport = z.infer<typeof file> & { name: string }
export type DemoEvent = z.infer<typeof event>
export type DemoTalk = z.infer<(typeof talk)[number]>
export type DemoSection = z.infer<typeof section>
export type InSix = z.infer<typeof inSix>

const folder = path.resolve(import.meta.dirname, '../../../../demo/reports')

/** The invented reports, by the names of their files. */
export const readDemoReports = (): DemoReport[] =>
  fs
    .readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .map((name) => ({
      name: name.replace(/\.json$/, ''),
      ...file.parse(JSON.parse(fs.readFileSync(path.join(folder, name), 'utf8'))),
    }))

const invented = / ?\[\[@(?<kind>[a-z]+)\/(?<key>[^[\]\s]+)\]\]/g

/** What the files cite of the example world: `[[@activity/en-01]]`, `[[@plan/c2]]`, `[[@item/c2/map]]`, `[[@report/cstd]]`. */
export const inventedIn = (text: string): string[] =>
  [...text.matchAll(invented)].map(({ groups }) => `${groups?.['kind']}/${groups?.['key']}`)

/** The same text with the addresses that these have; what is not there is not cited. */
export const withAddresses = (text: string, addressOf: (cited: string) => string | null): string =>
  text.replaceAll(invented, (whole, kind: string, key: string) => {
    const address = addressOf(`${kind}/${key}`)
    return address === null ? '' : `${whole.startsWith(' ') ? ' ' : ''}[[${address}]]`
  })

/** What a command answers when nothing is wrong; the files of the example world are right or nothing is loaded. */
export function sound<Outcome extends object>(
  { name }: DemoReport,
  outcome: Outcome | { issues: Issue[] },
): Exclude<Outcome, { issues: Issue[] }> {
  if ('issues' in outcome && outcome.issues.length > 0)
    throw new Error(`${name} is not sound: ${JSON.stringify(outcome.issues)}`)
  return outcome as Exclude<Outcome, { issues: Issue[] }>
}
