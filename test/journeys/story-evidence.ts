import assert from 'node:assert/strict'
import {
  attach,
  choose,
  fill,
  follow,
  open,
  pathOf,
  press,
  switchLanguage,
  textOf,
  tick,
  valueOf,
} from './story-hands.ts'
import type { Somebody } from './story-stage.ts'

/** Takes a duty over for the body that it addresses. */
export async function takeOver(who: Somebody, duty: string): Promise<void> {
  await open(who, `/duties/${duty}`)
  await follow(who, who.t('action.duty.take'))
  await press(who, who.t('action.duty.take'))
  assert.equal(pathOf(who), `/duties/${duty}`)
}

/** Says what will be done, and by which day. */
export async function plan(
  who: Somebody,
  words: { text: string; day: string; milestone: string },
): Promise<void> {
  await follow(who, who.t('action.duty.plan'))
  await fill(who, { text: words.text, 'day-1': words.day, 'milestone-1': words.milestone })
  await press(who, who.t('keeping.save-plan'))
  assert.equal((await textOf(who, 'section[aria-labelledby="plan"]')).includes(words.text), true)
}

export type Shown = {
  shows: string
  happened: string
  date: string
  file: { name: string; text: string }
  visibility: string
  /** Of evidence that stands on the web: then the file is the copy of what was seen. */
  web?: { url: string; title: string; seen: string }
}

/** Adds a piece of evidence; changes the language twice in the middle, with everything typed and the file chosen. */
export async function addEvidence(who: Somebody, duty: string, shown: Shown): Promise<string> {
  await open(who, `/duties/${duty}`)
  await follow(who, who.t('action.duty.add-evidence'))
  if (shown.web) {
    await tick(who, 'kind', 'address')
    await press(who, who.t('evidence.show-fields'))
    await fill(who, shown.web)
  }
  await attach(who, 'file', shown.file)
  await fill(who, { shows: shown.shows, happened: shown.happened })
  await tick(who, 'occurrences', shown.date)
  await choose(who, { visibility: shown.visibility })
  await switchLanguage(who, 'ru')
  await isKept(who, shown)
  await switchLanguage(who, who.language)
  await isKept(who, shown)
  await press(who, who.t('action.duty.add-evidence'))
  assert.match(pathOf(who), /^\/evidence\/[^/]+$/)
  assert.equal((await textOf(who)).includes(shown.shows), true)
  return pathOf(who).slice('/evidence/'.length)
}

async function isKept(who: Somebody, { shows, happened, date, visibility, file, web }: Shown): Promise<void> {
  const kept = async (name: string) => valueOf(who, name)
  assert.deepEqual(
    [await kept('shows'), await kept('happened'), await kept('visibility')],
    [shows, happened, visibility],
  )
  if (web)
    assert.deepEqual(
      [await kept('url'), await kept('title'), await kept('seen')],
      [web.url, web.title, web.seen],
    )
  const box = who.page.locator(`#form input[name="occurrences"][value="${date}"]`)
  assert.equal(await box.isChecked(), true)
  assert.equal((await who.page.locator('#form .held-file').innerText()).includes(file.name), true)
}

/** Finds on the desk what waits, and verifies it. */
export async function verify(who: Somebody, evidence: string): Promise<void> {
  await open(who, '/desk')
  await follow(who, who.t('desk.to-verify'))
  await verifyThere(who, evidence)
}

/** Looks at a piece of evidence where it stands, and verifies it. */
export async function verifyThere(who: Somebody, evidence: string): Promise<void> {
  await open(who, `/evidence/${evidence}`)
  await follow(who, who.t('action.evidence.verify'))
  await press(who, who.t('action.evidence.verify'))
  assert.equal(pathOf(who), `/evidence/${evidence}`)
}

/** The letter of a clause in the grid for a year, and what its cell tells. */
export async function cellOf(
  who: Somebody,
  revision: string,
  clause: string,
  year: string,
): Promise<{ letter: string; told: string }> {
  await open(who, `/oversight?revision=${revision}&year=${year}`)
  const cell = who.page.locator(`.cells a[href*="/${clause}"]`)
  return {
    letter: (await cell.locator('.letter').innerText()).trim(),
    told: (await cell.getAttribute('title')) ?? '',
  }
}

/** What the Council reads of a duty on paper, where the whole grid stands in words. */
export async function inWords(who: Somebody, duty: string): Promise<string> {
  await open(who, '/oversight')
  return textOf(who, `.cell-list li:has(a[href$="${duty}"])`)
}
