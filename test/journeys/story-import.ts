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
  valueOf,
} from './story-hands.ts'
import type { Somebody } from './story-stage.ts'

const file = (text: string) => ({ name: 'مصابيح.txt', text })

/** Sends the file of a resolution; changes the language twice before, with the file already chosen. */
export async function send(who: Somebody, text: string): Promise<string> {
  await open(who, '/import')
  await attach(who, 'file', file(text))
  await choose(who, { language: 'ar' })
  await switchLanguage(who, 'fr')
  assert.match(await textOf(who), /مصابيح\.txt/)
  assert.equal(await valueOf(who, 'language'), 'ar')
  await switchLanguage(who, who.language)
  assert.match(await textOf(who), /مصابيح\.txt/)
  await press(who, who.t('import.submit'))
  assert.match(pathOf(who), /^\/imports\/[^/]+$/)
  return pathOf(who)
}

/** Gives the unit that is misnumbered its right number. */
export async function renumber(who: Somebody, draft: string): Promise<void> {
  await openUnit(who, draft, 'resolves/3')
  await fill(who, { label: '2' })
  await press(who, who.t('review.save'))
  assert.equal(await unitAt(who, 'resolves/2').count(), 1)
}

/** Says who is meant where the text names nobody. */
export async function sayWho(who: Somebody, draft: string, body: string, name: string): Promise<void> {
  await openUnit(who, draft, 'resolves/1')
  await follow(who, who.t('review.duty.correct', { number: 1 }))
  await fill(who, { addressees: body })
  await press(who, who.t('review.save'))
  await open(who, draft)
  assert.equal((await unitAt(who, 'resolves/1').innerText()).includes(name), true)
}

/** Stores the reviewed text; resolves to the id of its revision. */
export async function confirm(who: Somebody, draft: string): Promise<string> {
  await open(who, draft)
  await follow(who, who.t('review.confirmation.title'))
  await press(who, who.t('review.confirmation.submit'))
  assert.match(pathOf(who), /^\/revisions\//)
  return pathOf(who).slice('/revisions/'.length)
}

/** Confirms what the program proposes of a text that follows another; resolves to what became of a duty. */
export async function confirmPairing(who: Somebody, revision: string): Promise<void> {
  await open(who, `/revisions/${revision}/pairing`)
  await press(who, who.t('action.pairing.confirm'))
  assert.equal(pathOf(who), `/revisions/${revision}/changes`)
}

async function openUnit(who: Somebody, draft: string, address: string): Promise<void> {
  await open(who, draft)
  const link = unitAt(who, address).getByRole('link', { name: who.t('review.unit.change') })
  await who.page.goto(new URL((await link.getAttribute('href')) ?? '', who.page.url()).href)
  await who.look()
}

const unitAt = (who: Somebody, address: string) =>
  who.page
    .locator('main article')
    .filter({ has: who.page.locator('h3', { hasText: new RegExp(`^\\s*${address}\\s*$`) }) })
