import fs from 'node:fs'
import { sourceFiles } from '../test/source-files.ts'

/** What a test imports, by whatever way, when it asks a database. */
const databases = ['src/platform/database/open.ts', 'pg']

/** Tests that know no database give the same on each; the others are to be run on all. */
export function divideTests(patterns: string[]): { withoutDatabase: string[]; suite: string[] } {
  const importsOf = new Map(
    ['src', 'test', 'scripts', 'register'].flatMap(sourceFiles).map(({ path, imports }) => {
      return [path, imports.filter(({ typeOnly }) => !typeOnly).map(({ from }) => from)]
    }),
  )
  const reached = (file: string): Set<string> => {
    const met = new Set([file])
    for (const one of met) for (const other of importsOf.get(one) ?? []) met.add(other)
    return met
  }
  const { withoutDatabase = [], suite = [] } = Object.groupBy(fs.globSync(patterns).toSorted(), (file) => {
    const met = reached(file)
    return databases.some((one) => met.has(one)) ? 'suite' : 'withoutDatabase'
  })
  return { withoutDatabase, suite }
}
