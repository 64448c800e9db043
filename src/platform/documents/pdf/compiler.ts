import { createRequire } from 'node:module'

/** What is used of the compiler of Typst. */
export type Compiler = {
  compile: (asked: { mainFilePath: string; inputs: Record<string, string> }) => {
    result: object | null
    takeError: () => { shortDiagnostics: unknown[] } | null
  }
  /** What stands in the metadata that carry this label. */
  query: (document: object, asked: { selector: string; field: string }) => unknown
  /** Forgets what has not been used in so many compilations. */
  evictCache: (maxAge: number) => void
  pdf: (document: object, options: { pdfStandard: string }) => Uint8Array
}

type Package = {
  NodeCompiler: {
    create: (asked: { workspace: string; fontArgs: readonly { fontPaths: readonly string[] }[] }) => Compiler
  }
}

// Each holds one file for one platform. The package that chooses among them wants more of them than could be had.
const packages = [
  '@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu',
  '@myriaddreamin/typst-ts-node-compiler-linux-x64-musl',
]

/** The compiler for this machine; null where there is none. */
export function compilerPackage(): Package | null {
  const load = createRequire(import.meta.url)
  for (const name of packages) {
    try {
      return load(name) as Package
    } catch {
      // Not installed, since it is for another platform.
    }
  }
  return null
}
