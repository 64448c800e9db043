import fs from 'node:fs'
import path from 'node:path'
import { languageCodes } from '#platform/languages.ts'
import { readCatalogues } from '#platform/messages.ts'
import { messageFolders } from '../src/site.ts'

export const glossary = path.join(import.meta.dirname, '../GLOSSARY.md')

/** The glossary with the words that the site prints now, on every line that names the key of a message. */
export function withPrintedWords(text: string): string {
  const catalogues = readCatalogues(messageFolders())
  const plain = (words: string | undefined) => (words ?? '').replace(/\s*[:：]\s*$/, '')
  return text.replace(/^- ar .* \(`([\w.-]+)`\)$/gm, (_, key: string) => {
    const words = languageCodes.map((code) => `${code} ${plain(catalogues[code][key])}`)
    return `- ${words.join(' · ')} (\`${key}\`)`
  })
}

// `npm run glossary`, after a translation has changed.
if (import.meta.main) fs.writeFileSync(glossary, withPrintedWords(fs.readFileSync(glossary, 'utf8')))
