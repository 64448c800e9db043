import { sendLater } from '#platform/mail/outbox.ts'
import type { Caller } from '#platform/web/form-resource.ts'
import { entranceOf } from './entering.ts'
import {
  answerOf,
  cookieSet,
  headersOf,
  now,
  refused,
  sessionCookieName,
  tokenIn,
  type Changed,
  type Engine,
  type Entrance,
} from './engine.ts'
import { countTry, takeBack } from './limit-commands.ts'
import { codeLimits } from './limits.ts'
import { proveAgain } from './own-password.ts'
import { markCodesMade, spendCode, storedFactor } from './second-factor-commands.ts'
import { endSessionOf } from './session-commands.ts'
import type { SignedIn } from './session-queries.ts'
import { noticeMail, type Notice } from './sign-in-mails.ts'
import { keyedDigest } from './tokens.ts'
import { waitIssue } from './waiting.ts'

/** What an application that counts out codes must be given. */
export type FactorSetup = {
  /** Base32, as people type it. */
  key: string
  /** otpauth://…, as the application opens it. */
  address: string
  backupCodes: string[]
}

/** The second step of a sign-in: a code of the application, or one of the backup codes. */
export async function passSecondFactor(engine: Engine, caller: Caller, given: string): Promise<Entrance> {
  const limits = codeLimits(engine.secret, caller)
  const wait = await countTry(engine.db, limits)
  if (wait > 0) return refused(waitIssue(wait))
  const code = given.replaceAll(/[\s-]/g, '')
  const call = { headers: headersOf(engine, caller), asResponse: true } as const
  const isCounted = /^\d{6}$/.test(code)
  const response = isCounted
    ? await engine.library.api.verifyTOTP({ ...call, body: { code } })
    : await engine.library.api.verifyBackupCode({ ...call, body: { code: asBackupCode(code) } })
  if (!response.ok) return refused({ field: 'code', key: wrongCode((await answerOf(response)).code) })
  const entrance = await entranceOf(engine, caller, response)
  if (entrance.kind !== 'signed-in') return entrance
  if (isCounted && !(await spendOnce(engine, entrance.person, code))) {
    const token = tokenIn(cookieSet(entrance.cookies, sessionCookieName(engine)))
    if (token !== null) await endSessionOf(engine.db, token)
    return refused({ field: 'code', key: 'sign-in.code-used' })
  }
  await takeBack(engine.db, limits)
  return entrance
}

/** Backup codes are shown as five and five. */
const asBackupCode = (code: string) => `${code.slice(0, 5)}-${code.slice(5)}`

const spendOnce = (engine: Engine, person: string, code: string) =>
  spendCode(engine.db, person, keyedDigest(engine.secret, 'code', person, code), now())

const wrongCode = (code: string | null) => {
  if (code === 'INVALID_TWO_FACTOR_COOKIE' || code === 'TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE')
    return 'sign-in.code-over'
  return code === 'ACCOUNT_TEMPORARILY_LOCKED' ? 'sign-in.code-locked' : 'sign-in.code-wrong'
}

/** Makes the secret; it counts from the first right code on (`confirmSecondFactor`). */
export async function beginSecondFactor(
  engine: Engine,
  caller: Caller,
  signedIn: SignedIn,
  present: string,
): Promise<Changed> {
  const issues = await proveAgain(engine, caller, signedIn, present)
  if (issues.length > 0) return { issues }
  const body = { method: 'totp' as const, password: present || undefined }
  const headers = headersOf(engine, caller)
  const { code } = await answerOf(
    await engine.library.api.enableTwoFactor({ body, headers, asResponse: true }),
  )
  return code === null ? { cookies: [] } : { issues: [{ field: '', key: 'security.factor-on-already' }] }
}

/** What to put into the application, while the first right code is still to come. Null when nothing was begun. */
export async function secondFactorSetup(engine: Engine, signedIn: SignedIn): Promise<FactorSetup | null> {
  const factor = await storedFactor(engine.db, signedIn.person.id)
  if (!factor || factor.isVerified) return null
  const { secretConfig } = await engine.library.$context
  // It belongs to the library, which is read only when somebody signs in.
  const { symmetricDecrypt } = await import('better-auth/crypto')
  const secret = await symmetricDecrypt({ key: secretConfig, data: factor.secret })
  const key = base32(secret)
  const label = `Actionline:${signedIn.person.email}`
  const address = `otpauth://totp/${encodeURIComponent(label)}?secret=${key}&issuer=Actionline&digits=6&period=30`
  return { key, address, backupCodes: await backupCodes(engine, signedIn) }
}

export async function backupCodes(engine: Engine, signedIn: SignedIn): Promise<string[]> {
  const found = await engine.library.api.viewBackupCodes({ body: { userId: signedIn.person.id } })
  return found.backupCodes
}

export async function confirmSecondFactor(
  engine: Engine,
  caller: Caller,
  signedIn: SignedIn,
  code: string,
): Promise<Changed> {
  const limits = codeLimits(engine.secret, caller)
  const wait = await countTry(engine.db, limits)
  if (wait > 0) return { issues: [waitIssue(wait)] }
  const headers = headersOf(engine, caller)
  const body = { code: code.replaceAll(/\s/g, '') }
  const answer = await answerOf(await engine.library.api.verifyTOTP({ body, headers, asResponse: true }))
  if (answer.code !== null) return { issues: [{ field: 'code', key: 'sign-in.code-wrong' }] }
  await takeBack(engine.db, limits)
  await tell(engine, signedIn, 'factor-on')
  return { cookies: answer.cookies }
}

export async function endSecondFactor(
  engine: Engine,
  caller: Caller,
  signedIn: SignedIn,
  present: string,
): Promise<Changed> {
  const issues = await proveAgain(engine, caller, signedIn, present)
  if (issues.length > 0) return { issues }
  const headers = headersOf(engine, caller)
  const body = { password: present || undefined }
  const answer = await answerOf(
    await engine.library.api.disableTwoFactor({ body, headers, asResponse: true }),
  )
  if (answer.code !== null) return { issues: [{ field: '', key: 'sign-in.failed' }] }
  await tell(engine, signedIn, 'factor-off')
  return { cookies: answer.cookies }
}

/** New backup codes; the old ones open nothing any more. */
export async function renewBackupCodes(
  engine: Engine,
  caller: Caller,
  signedIn: SignedIn,
  present: string,
): Promise<Changed> {
  const issues = await proveAgain(engine, caller, signedIn, present)
  if (issues.length > 0) return { issues }
  const headers = headersOf(engine, caller)
  const body = { password: present || undefined }
  const answer = await answerOf(
    await engine.library.api.generateBackupCodes({ body, headers, asResponse: true }),
  )
  if (answer.code !== null) return { issues: [{ field: '', key: 'sign-in.failed' }] }
  await markCodesMade(engine.db, signedIn.person.id, now())
  return { cookies: [] }
}

const minutesCodesAreShown = 10

/** Backup codes that were just made; null when it is too late to show them. */
export async function freshBackupCodes(engine: Engine, signedIn: SignedIn): Promise<string[] | null> {
  const factor = await storedFactor(engine.db, signedIn.person.id)
  if (!factor?.isVerified) return null
  const isFresh = now().getTime() - factor.codesMade.getTime() < minutesCodesAreShown * 60_000
  return isFresh ? backupCodes(engine, signedIn) : null
}

const tell = (engine: Engine, { person }: SignedIn, notice: Notice) =>
  engine.db.transaction().execute((tx) => sendLater(tx, noticeMail(person, notice, now()), now()))

/** RFC 4648 without padding: what applications take. */
function base32(text: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bits = [...Buffer.from(text)].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{1,5}/g) ?? []).map((five) => alphabet[parseInt(five.padEnd(5, '0'), 2)]).join('')
}
