import fs from 'node:fs'
import path from 'node:path'

export const root = path.join(import.meta.dirname, '..')

export type SourceFile = {
  /** From the project's root, with slashes: 'src/modules/mandates/queries.ts'. */
  path: string
  text: string
  imports: { from: string; typeOnly: boolean }[]
  lines: number
}

/** Every TypeScript file under a folder of the project. */
export function sourceFiles(folder: string): SourceFile[] {
  const absolute = path.join(root, folder)
  if (!fs.existsSync(absolute)) return []
  const names = fs.readdirSync(absolute, { recursive: true, encoding: 'utf8' })
  return names
    .filter((name) => name.endsWith('.ts') && !name.includes('node_modules'))
    .map((name) => readSource(path.join(folder, name)))
}

function readSource(file: string): SourceFile {
  const text = fs.readFileSync(path.join(root, file), 'utf8')
  const found = [...text.matchAll(/^(?:import|export)\s+(type\s)?(?:[^'";]*?\sfrom\s+)?'([^']+)'/gm)]
  const imports = found.map(([, type, from = '']) => ({
    from: resolveImport(file, from),
    typeOnly: type !== undefined,
  }))
  return { path: file.split(path.sep).join('/'), text, imports, lines: text.split('\n').length - 1 }
}

/** '#platform/x.ts' and '../x.ts' as paths from the root; packages stay as they are. */
function resolveImport(file: string, from: string): string {
  if (from.startsWith('#')) return `src/${from.slice(1)}`
  if (!from.startsWith('.')) return from
  return path.join(path.dirname(file), from).split(path.sep).join('/')
}
