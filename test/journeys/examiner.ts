import type { Page } from 'playwright-core'
import { accessibilityFaults } from './browser.ts'
import { rulesInReach } from './placing.ts'
import { structureOf } from './structure.ts'

/** One language of each direction is examined whole, in dark colours too: colours do not depend on the language. */
export const isWhole = (code: string) => ['en', 'ar'].includes(code)

/**
 * Examines pages by axe. In the other four languages a page with the structure of one that is sound is only examined by the rules
 * that look where things are, and only where words could have moved them so far.
 */
export function examiner(): (page: Page, code: string, html: string) => Promise<string[]> {
  const sound = new Set<string>()
  return async (page, code, html) => {
    const structure = structureOf(html)
    if (!isWhole(code) && sound.has(structure)) {
      const inReach = await rulesInReach(page)
      return inReach.length > 0 ? accessibilityFaults(page, inReach) : []
    }
    const faults = isWhole(code)
      ? await inBothColours(page)
      : await accessibilityFaults(page, 'without colours')
    if (faults.length === 0) sound.add(structure)
    return faults
  }
}

async function inBothColours(page: Page): Promise<string[]> {
  const found = await accessibilityFaults(page, 'with colours')
  await page.emulateMedia({ colorScheme: 'dark' })
  found.push(...(await accessibilityFaults(page, 'colours')).map((fault) => `dark: ${fault}`))
  await page.emulateMedia({ colorScheme: 'light' })
  return found
}
