import assert from 'node:assert/strict'
import { choose, fill, open, pathOf, submit, textOf, tick } from './story-hands.ts'
import type { Somebody } from './story-stage.ts'

/** What people do with reports; each resolves to where the record stands. */

type Texts = Record<string, string>

export async function planReport(who: Somebody, template: string, fields: Texts): Promise<string> {
  await open(who, '/reports/new')
  await tick(who, 'template', template)
  await choose(who, { language: who.language })
  await fill(who, fields)
  await submit(who)
  return pathOf(who)
}

export async function takeReportStep(
  who: Somebody,
  report: string,
  step: string,
  fields: Texts = {},
): Promise<void> {
  await open(who, `${report}/steps/${step}`)
  await fill(who, fields)
  await submit(who)
  assert.equal(pathOf(who), report, `${step} by ${who.name}: ${await textOf(who)}`)
}

/** Where the sections of a report stand, in their order. */
export async function sectionsOf(who: Somebody, report: string): Promise<string[]> {
  await open(who, report)
  const links = await who.page.locator('main a[href*="/report-sections/"]').all()
  const paths = await Promise.all(links.map((link) => link.getAttribute('href')))
  return [...new Set(paths.map((path) => (path ?? '').slice(3)))]
}

/** Writes a section in the language of its report and hands it in. */
export async function handIn(who: Somebody, section: string, text: string): Promise<void> {
  await open(who, `${section}/text/en`)
  await fill(who, { text })
  await submit(who)
  await takeSectionStep(who, section, 'hand-in')
}

export async function takeSectionStep(
  who: Somebody,
  section: string,
  step: string,
  fields: Texts = {},
): Promise<void> {
  await open(who, `${section}/steps/${step}`)
  await fill(who, fields)
  await submit(who)
  assert.equal(pathOf(who), section, `${step} by ${who.name}: ${await textOf(who)}`)
}
