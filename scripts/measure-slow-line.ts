import { parseArgs } from 'node:util'
import { languageCodes } from '#platform/languages.ts'
import { openBrowser } from '../test/journeys/browser.ts'
import {
  bounds,
  firstVisit,
  laterVisits,
  slowLine,
  slowPages,
  type Visited,
} from '../test/journeys/slow-line.ts'
import { startSlowSite } from '../test/journeys/slow-site.ts'

/** `npm run measure:slow-line -- [--language fr]…`: what reading and writing cost on a slow line, and whether they stay in bounds. */
const { values: asked } = parseArgs({ options: { language: { type: 'string', multiple: true } } })

process.env['NODE_ENV'] = 'test'
const site = await startSlowSite()
const browser = await openBrowser()
const { down, up, milliseconds } = slowLine
console.log(
  `${down / 1000} kbit/s down, ${up / 1000} kbit/s up, ${milliseconds} ms; bytes of answers, headers and all`,
)
console.log('page                 language  first visit     after  requests  seen after  usable after')
const beyond: string[] = []
for (const language of languageCodes.filter((code) => asked.language?.includes(code) ?? true)) {
  const pages = slowPages(site)
  const later = await laterVisits(
    browser,
    site,
    pages.map((page) => ({ page, language })),
  )
  for (const [place, page] of pages.entries()) {
    const first = await firstVisit(browser, site, { page, language, speed: 'slow' })
    const after = later[place]?.bytes ?? 0
    console.log(lineOf(`${page.name.padEnd(19)}  ${language.padEnd(8)}`, first, after))
    if (first.bytes > bounds.first || after > bounds.after) beyond.push(`${page.name} (${language})`)
  }
}
await browser.close()
await site.stop()

if (beyond.length > 0) {
  console.error(`\nBeyond ${bounds.first} or ${bounds.after} bytes: ${beyond.join(', ')}`)
  process.exitCode = 1
}
// The embedded database of the tests stays open as long as its process.
process.exit()

function lineOf(name: string, { bytes, requests, painted, usable }: Visited, after: number): string {
  return [
    name,
    String(bytes).padStart(11),
    String(after).padStart(8),
    String(requests).padStart(8),
    `${(painted / 1000).toFixed(1)} s`.padStart(10),
    `${(usable / 1000).toFixed(1)} s`.padStart(12),
  ].join('  ')
}
