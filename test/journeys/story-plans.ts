import assert from 'node:assert/strict'
import { choose, fill, open, pathOf, submit, textOf, tick } from './story-hands.ts'
import type { Somebody } from './story-stage.ts'

/** What people do with road maps; each resolves to where the record stands. */

type Texts = Record<string, string>

export async function startRoadMap(
  who: Somebody,
  { line, ...fields }: Texts & { line: string },
): Promise<string> {
  await open(who, '/plans/new')
  await tick(who, 'type', 'road-map')
  await choose(who, { 'action-line': line, lead: 'itu', language: who.language })
  await fill(who, fields)
  await submit(who)
  return pathOf(who)
}

/** Adds an item below another, or at the top of a plan. */
export async function addItem(who: Somebody, above: string, level: string, fields: Texts): Promise<string> {
  await open(who, `${above}/items/${level}`)
  await fill(who, fields)
  await submit(who)
  return pathOf(who)
}

/** Links an item to records by their addresses. */
export async function link(who: Somebody, item: string, addresses: readonly string[]): Promise<void> {
  await open(who, `${item}/links`)
  await fill(who, { addresses: addresses.join('\n') })
  await submit(who)
  assert.equal(pathOf(who), item)
}

export async function addIndicator(who: Somebody, item: string, fields: Texts): Promise<string> {
  await open(who, `${item}/indicators/new`)
  await tick(who, 'direction', 'up')
  await tick(who, 'baseline', 'none')
  await fill(who, fields)
  await submit(who)
  return pathOf(who)
}

export async function takeStep(who: Somebody, plan: string, step: string, fields: Texts = {}): Promise<void> {
  await open(who, `${plan}/steps/${step}`)
  await fill(who, fields)
  await submit(who)
  assert.equal(pathOf(who), plan)
}

export async function comment(who: Somebody, item: string, text: string): Promise<void> {
  await open(who, `${item}/comments/new`)
  await fill(who, { text })
  await submit(who)
}

/** Says what becomes of the first comment that waits. */
export async function dispose(who: Somebody, plan: string, disposition: string, text: string): Promise<void> {
  await open(who, `${plan}/comments?disposition=waiting`)
  const href = await who.page.locator('main a[href*="/plan-comments/"]').first().getAttribute('href')
  const path = (href ?? '').replace(/^\/[a-z]{2}/, '').replace(/[?#].*$/, '')
  await open(who, `${path.replace(/\/disposition$/, '')}/disposition`)
  await tick(who, 'disposition', disposition)
  await fill(who, { text })
  await submit(who)
}

/** A reporting period; resolves to the address at which the report on an item for it is written. */
export async function addPeriod(who: Somebody, plan: string, item: string, days: Texts): Promise<string> {
  await open(who, `${plan}/periods/new`)
  await fill(who, days)
  await submit(who)
  const period = await who.page.locator('main a[href*="/plan-periods/"]').first().getAttribute('href')
  return `${item}/reports/${/plan-periods\/([0-9a-z]+)/.exec(period ?? '')?.[1] ?? ''}`
}

export async function report(who: Somebody, address: string, rating: string, fields: Texts): Promise<string> {
  await open(who, address)
  await tick(who, 'rating', rating)
  await fill(who, fields)
  await submit(who)
  const path = pathOf(who)
  await open(who, `${path}/steps/submit`)
  await submit(who)
  return path
}

/** What the grid of a plan says now. */
export async function progressText(who: Somebody, plan: string): Promise<string> {
  await open(who, `${plan}/progress`)
  return textOf(who, '#progress')
}

/** Puts an accepted report as evidence at a duty that its item answers; resolves to where the evidence stands. */
export async function showAtDuty(
  who: Somebody,
  report: string,
  duty: string,
  { date, ...fields }: Texts & { date: string },
): Promise<string> {
  await open(who, report)
  const row = who.page.locator('main li').filter({ has: who.page.locator(`a[href$="${duty}"]`) })
  await row.getByRole('link', { name: who.t('progress.show-there') }).click()
  await who.look()
  await fill(who, fields)
  await tick(who, 'occurrences', date)
  await submit(who)
  return pathOf(who).slice('/evidence/'.length)
}

/** How many published records the Matrix counts for a line and a goal, and the records that the cell opens. */
export async function matrixCell(
  who: Somebody,
  line: string,
  goal: string,
): Promise<{ count: number; records: string[] }> {
  await open(who, '/matrix?measure=evidence')
  const heads = await who.page.locator('#grid thead th').allTextContents()
  const column = heads.findIndex((head) => head.trim().split(/\s/)[0] === line)
  const rows = who.page.locator('#grid tbody tr')
  const codes = await rows.locator('.heat-code').allTextContents()
  const cell = rows.nth(codes.indexOf(goal)).locator('th, td').nth(column)
  const count = Number(await cell.innerText())
  if (count === 0) return { count, records: [] }
  await cell.getByRole('link').click()
  await who.look()
  return { count, records: await who.page.locator('main .card h3').allInnerTexts() }
}
