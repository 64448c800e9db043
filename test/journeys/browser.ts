import { createRequire } from 'node:module'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { installedBrowser } from '../../scripts/prepare-machine.ts'
import { contrastFaults } from './contrast.ts'

const executablePath = process.env['CHROMIUM'] ?? installedBrowser() ?? 'chromium'
const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export const openBrowser = (): Promise<Browser> => chromium.launch({ executablePath, args: quiet })

export type Watched = { page: Page; context: BrowserContext; requests: string[]; complaints: string[] }

/** A fresh visitor who records every request and everything that the browser complains about. */
export async function visitor(
  browser: Browser,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<Watched> {
  const context = await browser.newContext(options)
  const page = await context.newPage()
  const requests: string[] = []
  const complaints: string[] = []
  page.on('request', (request) => requests.push(request.url()))
  page.on(
    'console',
    (message) => ['error', 'warning'].includes(message.type()) && complaints.push(message.text()),
  )
  page.on('pageerror', (error) => complaints.push(error.message))
  return { page, context, requests, complaints }
}

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
/**
 * Axe passes over words in fonts of icons, and takes for one each font whose words are narrower than their letters, as in Arabic.
 * No page has such a font: here words are as wide as their letters.
 */
const noIconFonts = 'CanvasRenderingContext2D.prototype.measureText = (text) => ({ width: 30 * text.length })'
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const contrast = 'color-contrast'
const rules = {
  'with colours': { runOnly: standards },
  'without colours': { runOnly: standards, rules: { [contrast]: { enabled: false } } },
  colours: { runOnly: { type: 'rule', values: [contrast] } },
}

/**
 * What axe finds wrong on the page as it stands, one line each; of some rules only, if they are named. The context must have
 * `bypassCSP`, since axe is a script.
 */
export async function accessibilityFaults(
  page: Page,
  sought: keyof typeof rules | readonly string[] = 'with colours',
): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) {
    await page.addScriptTag({ path: axePath })
    await page.addScriptTag({ content: noIconFonts })
  }
  const { violations, incomplete } = await page.evaluate(
    async (options) => {
      type Node = { target: unknown; failureSummary?: string }
      type Found = Record<'violations' | 'incomplete', { id: string; nodes: Node[] }[]>
      const { axe } = globalThis as unknown as {
        axe: { run: (root: unknown, options: unknown) => Promise<Found> }
      }
      const { document } = globalThis as unknown as { document: unknown }
      return axe.run(document, { ...options, resultTypes: ['violations', 'incomplete'] })
    },
    typeof sought === 'string' ? rules[sought] : { runOnly: { type: 'rule', values: sought } },
  )
  const undecided = incomplete
    .filter(({ id }) => id === contrast)
    .flatMap(({ nodes }) => nodes.map(({ target }) => String(target)))
  const faults = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${String(target)}: ${failureSummary ?? ''}`),
  )
  return [...faults, ...(await contrastFaults(page, undecided))]
}

/** By how many pixels the page is wider than the window. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const { document } = globalThis as unknown as {
      document: { documentElement: { scrollWidth: number; clientWidth: number } }
    }
    return document.documentElement.scrollWidth - document.documentElement.clientWidth
  })
