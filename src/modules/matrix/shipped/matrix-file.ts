import fs from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { languageCodes, type Translated } from '#platform/languages.ts'
import { shippedLinkId, type Cell, type LinkBasis, type LinkSource } from '../links/link.ts'

export const referenceFolder = path.resolve(import.meta.dirname, '../../../../reference')

const words = z.record(z.enum(languageCodes), z.string().min(1))

const matrixFile = z.object({
  dated_on: z.iso.date(),
  note: words,
  links: z.array(
    z.object({
      action_line: z.string(),
      sdg: z.int(),
      targets: z.array(z.string()),
      whole_goal: z.boolean(),
      by_line: z.boolean(),
      by_goal: z.boolean(),
      basis: z.enum(['rationale row', 'row without text', 'goal index']),
      rationale: words,
      doubt: words.nullable(),
    }),
  ),
  objectives: z.object({ dated_on: z.iso.date(), rationales: z.record(z.string(), words) }),
})

const objectivesFile = z.object({
  objectives: z.array(z.object({ number: z.int(), action_lines: z.array(z.string()) })),
})

/** A link as the files give it. */
export type ShippedLink = Cell & {
  id: string
  source: LinkSource
  basis: LinkBasis
  byLine: boolean | null
  byGoal: boolean | null
  doubt: Translated | null
  rationale: Translated
  validFrom: string
}

export type ShippedMatrix = { datedOn: string; note: Translated; links: ShippedLink[] }

const matrixFiles = ['wsis-sdg-matrix.json', 'gdc-objectives.json'] as const

/** The Matrix as it stood in 2017, a link for each target and each whole goal, and what this platform finds of the objectives. */
export function readMatrix(files: Record<(typeof matrixFiles)[number], Buffer>): ShippedMatrix {
  const matrix = matrixFile.parse(JSON.parse(files['wsis-sdg-matrix.json'].toString('utf8')))
  const { objectives } = objectivesFile.parse(JSON.parse(files['gdc-objectives.json'].toString('utf8')))
  return {
    datedOn: matrix.dated_on,
    note: matrix.note,
    links: [
      ...matrix.links.flatMap((one) => linksOf(one, matrix.dated_on)),
      ...ofObjectives(matrix, objectives),
    ],
  }
}

export const matrixBytes = (folder: string): Record<(typeof matrixFiles)[number], Buffer> => ({
  'wsis-sdg-matrix.json': fs.readFileSync(path.join(folder, 'wsis-sdg-matrix.json')),
  'gdc-objectives.json': fs.readFileSync(path.join(folder, 'gdc-objectives.json')),
})

type MatrixFile = z.infer<typeof matrixFile>

const bases = {
  'rationale row': 'rationale-row',
  'row without text': 'row-without-text',
  'goal index': 'goal-index',
} as const

const linksOf = (one: MatrixFile['links'][number], datedOn: string): ShippedLink[] =>
  [...(one.whole_goal ? [null] : []), ...one.targets].map((target) =>
    shipped({
      line: one.action_line,
      sdg: one.sdg,
      target,
      objective: null,
      source: '2017',
      basis: bases[one.basis],
      byLine: one.by_line,
      byGoal: one.by_goal,
      // What is doubtful is a target; a goal that is meant as a whole is not.
      doubt: target === null && one.targets.length > 0 ? null : one.doubt,
      rationale: one.rationale,
      validFrom: datedOn,
    }),
  )

const ofObjectives = (
  { objectives: { dated_on: validFrom, rationales } }: MatrixFile,
  objectives: z.infer<typeof objectivesFile>['objectives'],
): ShippedLink[] =>
  objectives.flatMap(({ number, action_lines }) =>
    action_lines.map((line) =>
      shipped({
        line,
        sdg: null,
        target: null,
        objective: String(number),
        source: 'own-analysis',
        basis: 'own-analysis',
        byLine: null,
        byGoal: null,
        doubt: null,
        rationale: rationales[String(number)] ?? {},
        validFrom,
      }),
    ),
  )

const shipped = (link: Omit<ShippedLink, 'id'>): ShippedLink => ({
  ...link,
  id: shippedLinkId(link.source, link),
})
