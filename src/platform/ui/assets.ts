import { createHash } from 'node:crypto'
import fs from 'node:fs'
import { favicon } from './mark.ts'

// In the order of their layers: a later one wins over an earlier one.
const sheets = [
  'tokens',
  'base',
  'masthead',
  'layout',
  'signs',
  'controls',
  'forms',
  'translation',
  'lists',
  'figures',
  'notices',
  'reading',
  'oversight',
  'review',
  'moderation',
  'entries',
  'print',
]

export type Asset = { path: string; type: string; body: string }

/** The sheets of `styles/`, each in a cascade layer of its own, joined into one small file. */
export const stylesheet: Asset = named(
  'site',
  'css',
  'text/css; charset=utf-8',
  `@layer ${sheets.join()};${joined(sheets)}`,
)

/** Sheets that only some pages need; a page names its own. */
export const ownSheets: Record<'charts' | 'report', Asset> = {
  charts: named('charts', 'css', 'text/css; charset=utf-8', joined(['charts'])),
  report: named('report', 'css', 'text/css; charset=utf-8', joined(['charts', 'report'])),
}

export const icon: Asset = named('mark', 'svg', 'image/svg+xml; charset=utf-8', favicon)

/** Scripts by name; a page names the one that it needs. Everything but passkeys works without. */
export const scripts = {
  passkey: script('passkey', ['passkey']),
  entry: script('entry', ['counting', 'drafts']),
}

/** By address. The addresses change with the content, so browsers may keep them for ever. */
export const assets = new Map(
  [stylesheet, ...Object.values(ownSheets), icon, ...Object.values(scripts)].map((asset) => [
    asset.path,
    asset,
  ]),
)

/**
 * Shows the pages of entries while there is no line. It has one address for ever, by which browsers look for a newer one; what it
 * keeps is thrown away when any asset is another one.
 */
export const worker: Asset = {
  path: '/worker.js',
  type: 'text/javascript; charset=utf-8',
  body: `const kept = 'entries ${digestOf([...assets.keys()].join())}'\n${source('worker')}`,
}

/** Scripts that a page needs together are one file; each has its own block, so that names do not meet. */
function script(name: string, parts: string[]): Asset {
  const body = parts.map((part) => `{\n${source(part)}}\n`).join('')
  return named(name, 'js', 'text/javascript; charset=utf-8', body)
}

function source(name: string): string {
  return fs.readFileSync(new URL(`scripts/${name}.js`, import.meta.url), 'utf8')
}

function named(name: string, ending: string, type: string, body: string): Asset {
  return { path: `/assets/${name}.${digestOf(body)}.${ending}`, type, body }
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12)
}

function joined(names: string[]): string {
  return compact(
    names.map((name) => fs.readFileSync(new URL(`styles/${name}.css`, import.meta.url), 'utf8')).join('\n'),
  )
}

/** Takes comments and needless space away; strings in these sheets hold neither braces nor double spaces. */
function compact(css: string): string {
  return css
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/\s*([{};,>])\s*/g, '$1')
    .replaceAll(/:\s+/g, ':')
    .replaceAll(';}', '}')
    .trim()
}
