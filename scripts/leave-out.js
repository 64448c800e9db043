// Runs after `npm ci` on any Node, so it is plain JavaScript: takes away what packages bring and nothing here reads.
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const modules = fileURLToPath(new URL('../node_modules', import.meta.url))
const foldersIn = (folder) =>
  fs.existsSync(folder)
    ? fs
        .readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => path.join(folder, name))
    : []

/** Headers of Node, for those who compile against it. */
const headers = foldersIn(modules)
  .filter((folder) => /^node-(?:bin-)?(?:linux|darwin|win)/.test(path.basename(folder)))
  .map((folder) => path.join(folder, 'include'))

/** Weights of typefaces that no paper is set in: those that `fonts.ts` does not name. */
const named = fs.readFileSync(path.join(modules, '../src/platform/documents/pdf/fonts.ts'), 'utf8')
const weights = foldersIn(path.join(modules, '@expo-google-fonts'))
  .flatMap(foldersIn)
  .filter((folder) => {
    const [family, weight] = folder.split(path.sep).slice(-2)
    return /^\d/.test(weight) && !named.includes(`${family}/${weight}/`)
  })

for (const folder of [...headers, ...weights]) fs.rmSync(folder, { recursive: true, force: true })
