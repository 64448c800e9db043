import type { z } from 'zod'
import { heatGridFile } from '#platform/charts/heat-grid.ts'
import { heatGridImage } from '#platform/charts/heat-grid-image.ts'
import { asCsv } from '#platform/export/csv.ts'
import { asJsonLd, asTurtle } from '#platform/export/rdf.ts'
import type { FoundKind } from '#platform/search/feeding/search-source.ts'
import type { Column, Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { tagsIn } from '../cell-shape.ts'
import { cellCodes } from '../links/cell-codes-queries.ts'
import { matrixPaths } from '../paths.ts'
import { matrixGraph } from '../skos/skos-queries.ts'
import { countedCells } from './cells.ts'
import { evidenceKinds } from './evidence.ts'
import { gridLinks } from './grid-links-queries.ts'
import { countedFor, countsOf, gridQuery, gridShape, type GridQuery, type GridRecord } from './grid-shape.ts'
import { gridPage } from './pages/grid-page.ts'
import { gridPicture } from './pages/grid-picture.ts'

/** The Matrix at a glance: eighteen lines, seventeen goals, as a page and as files. */
export function gridRoutes(site: Site): void {
  const kinds = evidenceKinds(site)
  const query = gridQuery(kinds)
  site.record({
    path: matrixPaths.matrix,
    name: 'matrix',
    summary:
      'The WSIS-SDG Matrix at a glance: agreed and proposed links and published records by action line and goal, absolute, as a share, and held against each other.',
    query,
    shape: gridShape,
    read: (visit, _parameters, asked) => readGrid(visit, kinds, asked),
    page: gridPage,
    forms: {
      '.csv': { type: 'text/csv', write: (visit, { cells }) => asCsv(visit, columns, cells) },
      '.svg': {
        type: 'image/svg+xml',
        write: (visit, record) => heatGridFile(visit.t, gridPicture(visit, record)),
      },
      '.ttl': {
        type: 'text/turtle',
        write: async (visit, { version }) => asTurtle(await matrixGraph(visit, version)),
      },
      '.jsonld': {
        type: 'application/ld+json',
        write: async (visit, { version }) => asJsonLd(await matrixGraph(visit, version)),
      },
    },
  })
  site.stream({
    path: `${matrixPaths.matrix}.png`,
    name: 'matrix-png',
    summary: 'The same grid as a picture in codes and numbers, its words among the data of the file.',
    type: 'image/png',
    query,
    write: async (visit, asked) => {
      const picture = gridPicture(visit, await readGrid(visit, kinds, asked))
      return { saveAs: `matrix-${visit.language}.png`, body: pieces(heatGridImage(visit.t, picture)) }
    },
  })
}

async function* pieces(bytes: Uint8Array) {
  yield bytes
}

async function readGrid(
  visit: Visit,
  kinds: ReadonlyMap<string, FoundKind>,
  { measure = 'links', version, ...asked }: GridQuery,
): Promise<GridRecord> {
  const codes = await cellCodes(visit.db)
  const { links, day } = await gridLinks(visit.db, version, visit.now)
  const { total, evidence, shownFacets } = await countedFor(visit, kinds, codes, asked)
  const goals = [...codes.goals.keys()].map((code) => ({ tree: 'goals' as const, code }))
  const cells = countedCells([...codes.lines.keys()], goals, { links, evidence, day })
  const many = (verdict: string) => cells.filter((cell) => cell.verdict === verdict).length
  return {
    measure,
    version: version === undefined ? null : Number(version),
    total,
    lines: tagsIn(visit, codes, 'lines'),
    goals: tagsIn(visit, codes, 'goals'),
    objectives: tagsIn(visit, codes, 'objectives'),
    cells: cells.map((cell) => ({ line: cell.line, goal: cell.other.code, ...countsOf(cell) })),
    verdicts: { shown: many('shown'), notShown: many('not-shown'), notLinked: many('not-linked') },
    facets: shownFacets,
  }
}

const columns: Column<z.infer<typeof gridShape>['cells'][number]>[] = [
  { name: 'action_line', value: (cell) => cell.line },
  { name: 'sdg', value: (cell) => cell.goal },
  { name: 'agreed', value: (cell) => cell.agreed },
  { name: 'proposed', value: (cell) => cell.proposed },
  { name: 'evidence', value: (cell) => cell.evidence },
  { name: 'share', value: (cell) => cell.share },
  { name: 'verdict', value: (cell) => cell.verdict },
]
