import assert from 'node:assert/strict'
import { choose, fill, open, pathOf, press, tick } from './story-hands.ts'
import type { Somebody } from './story-stage.ts'

const password = 'harbour lantern oblique'

/** The administrator opens the link that the command line has printed. */
export async function openFirstLink(who: Somebody): Promise<void> {
  await who.page.goto(who.stage.firstLink)
  await who.look()
  await press(who, who.t('sign-in.button'))
  await open(who, '/desk')
}

/** Invites somebody by mail to a role, for a body or for everything. */
export async function invite(admin: Somebody, guest: Somebody, role: string, scope: Record<string, string>) {
  await open(admin, '/invitations/new')
  await fill(admin, {
    email: guest.email,
    ...(scope['organization'] ? { organization: scope['organization'] } : {}),
  })
  await choose(admin, {
    language: guest.language,
    role,
    ...(scope['body'] ? { body: scope['body'] } : {}),
    ...(scope['line'] ? { 'action-line': scope['line'] } : {}),
  })
  await press(admin, admin.t('invitations.send'))
  assert.equal(pathOf(admin), '/invitations')
}

/** Without a mail server an administrator finds the links of the mails, and hands them on. */
async function linkMailed(admin: Somebody, guest: Somebody): Promise<string> {
  await open(admin, '/operations/mail')
  await admin.page.getByRole('link', { name: guest.email }).first().click()
  await admin.look()
  return admin.page.locator('main section[aria-labelledby="content"] a').first().innerText()
}

/** A guest opens an account, proves the address and takes the role that the invitation offers. */
export async function accept(admin: Somebody, guest: Somebody): Promise<void> {
  const invitation = await linkMailed(admin, guest)
  await guest.page.goto(invitation)
  assert.equal(pathOf(guest), '/sign-in')
  await guest.look()
  await open(guest, '/sign-up')
  await fill(guest, { name: guest.name, email: guest.email, password })
  await press(guest, guest.t('sign-up.button'))
  await guest.page.goto(await linkMailed(admin, guest))
  await fill(guest, { password })
  await press(guest, guest.t('sign-up.confirm.button'))
  await guest.page.goto(invitation)
  await guest.look()
  await press(guest, guest.t('invitations.accept.button'))
  assert.equal(pathOf(guest), '/account')
}

/** Enters a Member State's ministry and approves it; resolves to its id. */
export async function newMinistry(admin: Somebody, name: string): Promise<string> {
  await open(admin, '/organizations/new')
  await fill(admin, { 'name-en': name })
  await choose(admin, { type: 'government', country: 'FJ', membership: 'member-state' })
  await press(admin, admin.t('organizations.propose.button'))
  const organization = pathOf(admin)
  await open(admin, `${organization}/approval`)
  await tick(admin, 'decision', 'approve')
  await press(admin, admin.t('organizations.decide.button'))
  return organization.slice('/organizations/'.length)
}
