import type { HeatGrid } from '#platform/charts/heat-grid.ts'
import { number, percent } from '#platform/ui/format.ts'
import { linkTo } from '#platform/ui/links.ts'
import type { Visit } from '#platform/web/visit.ts'
import type { Tag } from '../../cell-shape.ts'
import { matrixPaths } from '../../paths.ts'
import type { Verdict } from '../cells.ts'
import type { GridRecord, Measure } from '../grid-shape.ts'

type Counts = Pick<GridRecord['cells'][number], 'agreed' | 'proposed' | 'evidence' | 'share' | 'verdict'>

export type Grid = {
  measure: Measure
  version: number | null
  rows: readonly Tag[]
  columns: readonly Tag[]
  rowsName: string
  title: string
  /** The kinds of evidence that are counted, as the search takes them. */
  kinds: string
  countsAt: (row: string, column: string) => Counts | undefined
  /** The filters under which lists hold what a cell counts. */
  filtersAt: (row: string, column: string) => Record<string, string>
}

/** The grid of all lines and goals as a picture. */
export const gridPicture = (visit: Visit, record: GridRecord): HeatGrid => {
  const counts = new Map(record.cells.map((cell) => [`${cell.line} ${cell.goal}`, cell]))
  return pictureOf(visit, {
    measure: record.measure,
    version: record.version,
    rows: record.goals,
    columns: record.lines,
    rowsName: visit.t('matrix.filter.sdg'),
    title: visit.t('matrix.grid.title'),
    kinds: kindsOf(record.facets),
    countsAt: (goal, line) => counts.get(`${line} ${goal}`),
    filtersAt: (sdg, line) => ({ 'action-line': line, sdg }),
  })
}

/** Each number opens what it counts: links a list of links, evidence a search. */
export function pictureOf(visit: Visit, grid: Grid): HeatGrid {
  const { t } = visit
  const { measure } = grid
  const axis = ({ code, label }: Tag) => ({ key: code, code, name: label?.text ?? code })
  const valueAt = (row: string, column: string) => valueOf(measure, grid.countsAt(row, column))
  return {
    id: 'grid',
    title: grid.title,
    description: t(`matrix.measure.${measure}.lead`),
    measure: {
      name: t(`matrix.measure.${measure}`),
      none: t(`matrix.measure.${measure}.none`),
      written: (value) =>
        measure === 'share' ? percent(visit.language, value) : number(visit.language, value),
      plain: (value) => (measure === 'share' ? `${Math.round(value * 100)}%` : String(value)),
    },
    rowsName: grid.rowsName,
    rows: grid.rows.map(axis),
    columns: grid.columns.map(axis),
    count: valueAt,
    addressOf: (row, column) => addressOf(visit, grid, row, column),
    ...(measure === 'expectation' ? { kinds: verdictKinds(visit) } : {}),
    ...(measure === 'links' ? proposalMark(visit, grid) : {}),
  }
}

/** Where somebody proposes links, beside the agreed ones or before there are any; said only where it is so. */
function proposalMark({ t }: Visit, { rows, columns, countsAt }: Grid): Pick<HeatGrid, 'mark'> {
  const isAt = (row: string, column: string) => (countsAt(row, column)?.proposed ?? 0) > 0
  const isAnywhere = rows.some((row) => columns.some((column) => isAt(row.code, column.code)))
  return isAnywhere ? { mark: { sign: '*', words: t('matrix.measure.links.proposed'), isAt } } : {}
}

const verdictOrder: readonly Verdict[] = ['empty', 'not-linked', 'not-shown', 'shown']

const verdictKinds = ({ t }: Pick<Visit, 't'>) => [
  { step: 0 as const, sign: '·', words: t('matrix.verdict.empty') },
  { step: 1 as const, sign: '+', words: t('matrix.verdict.not-linked') },
  { step: 3 as const, sign: '○', words: t('matrix.verdict.not-shown') },
  { step: 5 as const, sign: '●', words: t('matrix.verdict.shown') },
]

function valueOf(measure: Measure, counts: Counts | undefined): number {
  if (counts === undefined) return 0
  if (measure === 'links') return counts.agreed
  if (measure === 'evidence') return counts.evidence
  return measure === 'share' ? (counts.share ?? 0) : verdictOrder.indexOf(counts.verdict)
}

/** A link without evidence opens the link, and where none is agreed what is proposed; evidence opens the records. */
function addressOf(visit: Visit, grid: Grid, row: string, column: string): string | null {
  const counts = grid.countsAt(row, column)
  if (counts === undefined) return null
  const filters = grid.filtersAt(row, column)
  const isOfLinks = grid.measure === 'links' || (grid.measure === 'expectation' && counts.agreed > 0)
  if (isOfLinks && counts.agreed > 0) return linksAddress(visit, grid.version, filters)
  if (isOfLinks) return counts.proposed === 0 ? null : proposalsAddress(visit, filters)
  return counts.evidence === 0 ? null : evidenceAddress(visit, grid.kinds, filters)
}

/** Agreed links that hold today, or those of a version. */
export const linksAddress = (
  visit: Visit,
  version: number | null,
  filters: Record<string, string>,
): string =>
  version === null
    ? linkTo(visit, matrixPaths.links, { ...filters, state: 'agreed', valid: 'now' })
    : linkTo(visit, matrixPaths.version(version), filters)

export const proposalsAddress = (visit: Visit, filters: Record<string, string>): string =>
  linkTo(visit, matrixPaths.links, { ...filters, state: 'proposed' })

const evidenceNames = ['region', 'country', 'year'] as const

/** The search with what was counted: the same kinds of records under the filters of this page. */
export function evidenceAddress(visit: Visit, kinds: string, filters: Record<string, string>): string {
  const asked = evidenceNames.map((name) => [name, visit.query.get(name)] as const)
  return linkTo(visit, matrixPaths.search, { ...filters, ...Object.fromEntries(asked), kind: kinds })
}

/** Those that were asked for; all where none was. */
export function kindsOf(facets: GridRecord['facets']): string {
  const values = facets.find(({ name }) => name === 'kind')?.values ?? []
  const chosen = values.filter((value) => value.chosen)
  return (chosen.length > 0 ? chosen : values).map(({ value }) => value).join(',')
}
