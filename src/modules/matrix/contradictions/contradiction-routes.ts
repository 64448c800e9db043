import { z } from 'zod'
import { codedShape, coded, tagShape } from '#platform/web/shapes.ts'
import type { Column, Listing, Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { tagIn } from '../cell-shape.ts'
import { allLinks } from '../links/link-queries.ts'
import { linkRow, linkRowShape } from '../links/link-shape.ts'
import { linkWords } from '../links/link-words-queries.ts'
import { matrixPaths } from '../paths.ts'
import { contradictionKinds, contradictionsOf, type ContradictionKind } from './contradiction.ts'
import { contradictionsPage } from './pages/contradictions-page.ts'

const contradictionShape = z.object({
  kind: codedShape(contradictionKinds),
  line: tagShape,
  goal: tagShape.nullable(),
  links: z.array(linkRowShape),
})

export type ContradictionRow = z.infer<typeof contradictionShape>

/** What does not fit together in the Matrix, found in what is stored. */
export const contradictionRoutes = (site: Site): void =>
  site.list({
    path: matrixPaths.contradictions,
    name: 'matrix-contradictions',
    summary:
      'Contradictions of the WSIS-SDG Matrix: pairs that only one reading direction of the source has, goals linked as a whole and by targets, links of one cell for the same days, doubts of the source.',
    query: z.strictObject({ kind: z.enum(contradictionKinds).optional() }),
    row: contradictionShape,
    read,
    page: contradictionsPage,
    columns,
  })

async function read(
  visit: Visit,
  { kind }: { kind?: ContradictionKind | undefined },
): Promise<Listing<ContradictionRow>> {
  const all = contradictionsOf(await allLinks(visit.db))
  const found = all.filter((one) => kind === undefined || one.kind === kind)
  const words = await linkWords(
    visit,
    found.flatMap(({ links }) => links),
  )
  return {
    rows: found.map(({ kind: one, line, sdg, links }) => ({
      kind: coded(visit, one, kindKeys),
      line: tagIn(visit, words.codes, 'lines', line),
      goal: sdg === null ? null : tagIn(visit, words.codes, 'goals', String(sdg)),
      links: links.map((link) => linkRow(visit, words, link)),
    })),
    total: found.length,
    next: null,
    facets: [
      {
        name: 'kind',
        values: contradictionKinds.map((value) => ({
          value,
          label: visit.t(kindKeys[value]),
          count: all.filter((one) => one.kind === value).length,
          chosen: value === kind,
        })),
      },
    ],
  }
}

const kindKeys = {
  'only-by-goal': 'matrix.contradiction.only-by-goal',
  'only-by-line': 'matrix.contradiction.only-by-line',
  'goal-and-targets': 'matrix.contradiction.goal-and-targets',
  overlap: 'matrix.contradiction.overlap',
  doubt: 'matrix.contradiction.doubt',
} as const satisfies Record<ContradictionKind, string>

const columns: Column<ContradictionRow>[] = [
  { name: 'kind', value: (row) => row.kind.code },
  { name: 'kind_label', value: (row) => row.kind.label },
  { name: 'action_line', value: (row) => row.line.code },
  { name: 'sdg', value: (row) => row.goal?.code },
  { name: 'targets', value: (row) => row.links.map(({ target }) => target?.code ?? '').join(';') },
  { name: 'links', value: (row) => row.links.map(({ id }) => id).join(';') },
]
