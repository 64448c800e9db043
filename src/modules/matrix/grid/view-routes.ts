import { z } from 'zod'
import { notFound } from '#platform/errors.ts'
import type { FoundKind } from '#platform/search/feeding/search-source.ts'
import type { Column, Listing, PathParameters, Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { cellShape, cellTags, tagIn, tagsIn, type Tag } from '../cell-shape.ts'
import { cellCodes, type CellCodes } from '../links/cell-codes-queries.ts'
import { allLinks } from '../links/link-queries.ts'
import { linkRow, linkRowShape } from '../links/link-shape.ts'
import { linkWords } from '../links/link-words-queries.ts'
import { isValidOn, type Cell, type Link } from '../links/link.ts'
import { matrixPaths } from '../paths.ts'
import { countedCells, type CountedCell, type Other } from './cells.ts'
import { evidenceFilters, evidenceKinds } from './evidence.ts'
import { countedFor, countsOf, countsShape, measures, type Measure } from './grid-shape.ts'
import { dayOf } from '#platform/ui/format.ts'
import { viewPage } from './pages/view-page.ts'

/** A cell of one line, goal, target or objective, with its links. */
const viewRowShape = z.object({
  ...cellShape,
  ...countsShape.shape,
  links: z.array(linkRowShape),
})

export type ViewRow = z.infer<typeof viewRowShape>

export type Axis = 'line' | 'goal' | 'target' | 'objective'

/** With what the page draws beside the rows. */
export type ViewListing = Listing<ViewRow> & {
  axis: { kind: Axis } & Tag
  measure: Measure
  lines: Tag[]
  /** The goal and its targets, where a goal is looked at. */
  codes: Tag[]
}

const views = [
  { axis: 'line', path: matrixPaths.line(':code'), tree: 'lines', name: 'matrix-of-line' },
  { axis: 'goal', path: matrixPaths.goal(':number'), tree: 'goals', name: 'matrix-of-goal' },
  { axis: 'target', path: matrixPaths.target(':target'), tree: 'targets', name: 'matrix-of-target' },
  {
    axis: 'objective',
    path: matrixPaths.objective(':objective'),
    tree: 'objectives',
    name: 'matrix-of-objective',
  },
] as const

type View = (typeof views)[number]

/** The Matrix read by line, by goal, by target, by objective: every cell that has a link or evidence. */
export function viewRoutes(site: Site): void {
  const kinds = evidenceKinds(site)
  const query = z.strictObject({ measure: z.enum(measures).optional(), ...evidenceFilters(kinds) })
  for (const view of views) {
    site.list({
      path: view.path,
      name: view.name,
      summary: `What the Matrix links with one ${view.axis}, and the published records behind each cell.`,
      query,
      row: viewRowShape,
      read: (visit, asked, parameters) => readView(visit, view, kinds, asked, parameters),
      page: (visit, listing) => viewPage(visit, listing as ViewListing),
      columns,
    })
    site.addresses(async ({ db }) =>
      [...(await cellCodes(db))[view.tree].keys()].map((code) => view.path.replace(/:\w+/, code)),
    )
  }
}

type Asked = z.infer<z.ZodObject<ReturnType<typeof evidenceFilters>>> & { measure?: Measure | undefined }

async function readView(
  visit: Visit,
  view: View,
  kinds: ReadonlyMap<string, FoundKind>,
  { measure = 'links', ...asked }: Asked,
  parameters: PathParameters,
): Promise<ViewListing> {
  const code = Object.values(parameters)[0] ?? ''
  const codes = await cellCodes(visit.db)
  if (!codes[view.tree].has(code)) throw notFound()
  const links = (await allLinks(visit.db)).filter(({ state }) => state !== 'withdrawn')
  const { evidence, shownFacets } = await countedFor(visit, kinds, codes, asked)
  const day = dayOf(visit.now)
  const [lines, others] = cellsLookedAt(view, code, codes)
  const cells = countedCells(lines, others, { links, evidence, day }).filter(
    (cell) => cell.agreed + cell.proposed + cell.evidence > 0,
  )
  const own = cells.map((cell) => links.filter((link) => isIn(cell, link) && isShown(link, day)))
  const words = await linkWords(visit, own.flat())
  return {
    rows: cells.map((cell, place) => ({
      ...cellTags(visit, codes, cellOf(cell)),
      ...countsOf(cell),
      links: (own[place] ?? []).map((link) => linkRow(visit, words, link)),
    })),
    total: cells.length,
    next: null,
    facets: shownFacets,
    axis: { kind: view.axis, ...tagIn(visit, codes, view.tree, code) },
    measure,
    lines: tagsIn(visit, codes, 'lines'),
    codes: view.axis === 'goal' ? others.map(({ tree, code: one }) => tagIn(visit, codes, tree, one)) : [],
  }
}

/** Which lines are held against which codes. */
function cellsLookedAt(view: View, code: string, codes: CellCodes): [string[], Other[]] {
  const lines = [...codes.lines.keys()]
  const targets = (goal: string): Other[] =>
    [...codes.targets.keys()]
      .filter((target) => target.startsWith(`${goal}.`))
      .map((target) => ({ tree: 'targets', code: target }))
  const goal = (one: string): Other[] => [{ tree: 'goals', code: one }, ...targets(one)]
  if (view.axis === 'goal') return [lines, goal(code)]
  if (view.axis === 'target') return [lines, [{ tree: 'targets', code }]]
  if (view.axis === 'objective') return [lines, [{ tree: 'objectives', code }]]
  return [
    [code],
    [
      ...[...codes.goals.keys()].flatMap(goal),
      ...[...codes.objectives.keys()].map((one): Other => ({ tree: 'objectives', code: one })),
    ],
  ]
}

const cellOf = ({ line, other }: CountedCell): Cell => ({
  line,
  sdg: other.tree === 'objectives' ? null : Number(other.code.split('.')[0]),
  target: other.tree === 'targets' ? other.code : null,
  objective: other.tree === 'objectives' ? other.code : null,
})

/** A link stands with its own cell: that of a target not with the whole goal, though it counts there. */
const isIn = ({ line, other }: CountedCell, link: Link): boolean =>
  link.line === line &&
  (other.tree === 'objectives'
    ? link.objective === other.code
    : other.tree === 'targets'
      ? link.target === other.code
      : link.target === null && String(link.sdg) === other.code)

const isShown = (link: Link, day: string): boolean => link.state === 'proposed' || isValidOn(link, day)

const columns: Column<ViewRow>[] = [
  { name: 'action_line', value: (row) => row.line.code },
  { name: 'action_line_name', value: (row) => row.line.label?.text },
  { name: 'sdg', value: (row) => row.goal?.code },
  { name: 'sdg_name', value: (row) => row.goal?.label?.text },
  { name: 'target', value: (row) => row.target?.code },
  { name: 'target_name', value: (row) => row.target?.label?.text },
  { name: 'gdc', value: (row) => row.objective?.code },
  { name: 'gdc_name', value: (row) => row.objective?.label?.text },
  { name: 'agreed', value: (row) => row.agreed },
  { name: 'proposed', value: (row) => row.proposed },
  { name: 'evidence', value: (row) => row.evidence },
  { name: 'share', value: (row) => row.share },
  { name: 'verdict', value: (row) => row.verdict },
  { name: 'rationale', value: (row) => row.links.map(({ rationale }) => rationale.text).join('; ') },
]
