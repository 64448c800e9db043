import type { z } from 'zod'
import { said, tagShape } from '#platform/web/shapes.ts'
import type { Visit } from '#platform/web/visit.ts'
import type { CellCodes } from './links/cell-codes-queries.ts'
import type { Cell } from './links/link.ts'

export type Tag = z.infer<typeof tagShape>

/** What is linked, each code with what it is called. */
export const cellShape = {
  line: tagShape,
  goal: tagShape.nullable(),
  target: tagShape.nullable(),
  objective: tagShape.nullable(),
}

export const cellTags = (visit: Pick<Visit, 'language'>, codes: CellCodes, cell: Cell) => ({
  line: tagIn(visit, codes, 'lines', cell.line),
  goal: cell.sdg === null ? null : tagIn(visit, codes, 'goals', String(cell.sdg)),
  target: cell.target === null ? null : tagIn(visit, codes, 'targets', cell.target),
  objective: cell.objective === null ? null : tagIn(visit, codes, 'objectives', cell.objective),
})

export function tagIn(
  visit: Pick<Visit, 'language'>,
  codes: CellCodes,
  tree: keyof CellCodes,
  code: string,
): Tag {
  const name = codes[tree].get(code)
  return { code, label: name === undefined ? null : (said(visit, name.short) ?? said(visit, name.label)) }
}

/** All codes of a tree, in its order. */
export const tagsIn = (visit: Pick<Visit, 'language'>, codes: CellCodes, tree: keyof CellCodes): Tag[] =>
  [...codes[tree].keys()].map((code) => tagIn(visit, codes, tree, code))
