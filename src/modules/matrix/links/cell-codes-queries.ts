import { frameworkCodes } from '#modules/frameworks/index.ts'
import type { Db } from '#platform/database/tables.ts'
import type { Translated } from '#platform/languages.ts'

/** What a code is called: whole, and shorter where there is a shorter way. */
export type CodeName = { label: Translated; short: Translated }

/** The codes that cells are made of, each tree in its order. */
export type CellCodes = {
  /** The eighteen lines of the Matrix: C7 only gathers its eight fields. */
  lines: ReadonlyMap<string, CodeName>
  goals: ReadonlyMap<string, CodeName>
  targets: ReadonlyMap<string, CodeName>
  objectives: ReadonlyMap<string, CodeName>
}

export async function cellCodes(db: Db): Promise<CellCodes> {
  const nodes = await frameworkCodes(db, ['action-lines', 'sdgs', 'sdg-targets', 'gdc-objectives'])
  const tree = (id: string) =>
    new Map(
      nodes
        .filter(({ framework, facts }) => framework === id && facts['umbrella'] !== true)
        .map(({ code, label, short }) => [code, { label, short }]),
    )
  return {
    lines: tree('action-lines'),
    goals: tree('sdgs'),
    targets: tree('sdg-targets'),
    objectives: tree('gdc-objectives'),
  }
}
