import type {
  AuthenticationResponseJSON,
  AuthenticatorTransport,
  RegistrationResponseJSON,
} from '@simplewebauthn/server'
import { sendLater } from '#platform/mail/outbox.ts'
import type { Caller } from '#platform/web/form-resource.ts'
import { letIn } from './entering.ts'
import { now, refused, type Changed, type Engine, type Entrance } from './engine.ts'
import { countTry, takeBack } from './limit-commands.ts'
import { codeLimits } from './limits.ts'
import { proveAgain } from './own-password.ts'
import { countUse, deletePasskey, insertPasskey, keepChallenge, spendChallenge } from './passkey-commands.ts'
import { passkeyByCredential, passkeysOf } from './passkey-queries.ts'
import type { SignedIn } from './session-queries.ts'
import { noticeMail } from './sign-in-mails.ts'
import { waitIssue } from './waiting.ts'

/** EdDSA, ES256 and RS256: what authenticators have. */
const algorithms = [-8, -7, -257] as const

/** Five hundred files, read when the first passkey is asked for rather than at each start. */
const library = () => import('@simplewebauthn/server')

/** What the page hands to the browser, and the name under which the answer comes back. */
export type Challenge = { id: string; options: Record<string, unknown> }

/** Asks the browser to make a passkey for somebody. */
export async function passkeyToAdd(engine: Engine, { person }: SignedIn): Promise<Challenge> {
  const { generateRegistrationOptions } = await library()
  const present = await passkeysOf(engine.db, person.id)
  const options = await generateRegistrationOptions({
    rpName: 'Actionline',
    rpID: hostOf(engine),
    userName: person.email,
    userDisplayName: person.name,
    userID: new Uint8Array(Buffer.from(person.id)),
    attestationType: 'none',
    supportedAlgorithmIDs: [...algorithms],
    excludeCredentials: present.map(({ credentialId, transports }) => ({
      id: credentialId,
      transports: transports as AuthenticatorTransport[],
    })),
    // Found by the authenticator itself, and opened by a finger, a face or a PIN: so it counts as two factors.
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
  return { id: await keepChallenge(engine.db, options.challenge, person.id, now()), options: { ...options } }
}

/** `answer`: what the browser gave, as JSON text. */
export async function addPasskey(
  engine: Engine,
  caller: Caller,
  signedIn: SignedIn,
  given: { id: string; answer: string; name: string; present: string },
): Promise<Changed> {
  const issues = await proveAgain(engine, caller, signedIn, given.present)
  if (issues.length > 0) return { issues }
  const { person } = signedIn
  const challenge = await spendChallenge(engine.db, given.id, person.id, now())
  const made = challenge === null ? null : await readRegistration(engine, challenge, given.answer)
  if (!made) return { issues: [{ field: '', key: 'security.passkey-failed' }] }
  const isNew = await engine.db.transaction().execute(async (tx) => {
    const at = now()
    const isInserted = await insertPasskey(tx, { ...made, person: person.id, name: given.name }, at)
    if (isInserted) await sendLater(tx, noticeMail(person, 'passkey-added', at), at)
    return isInserted
  })
  return isNew ? { cookies: [] } : { issues: [{ field: '', key: 'security.passkey-known' }] }
}

export async function removePasskey(
  engine: Engine,
  caller: Caller,
  signedIn: SignedIn,
  given: { id: string; present: string },
): Promise<Changed> {
  const issues = await proveAgain(engine, caller, signedIn, given.present)
  if (issues.length > 0) return { issues }
  await engine.db.transaction().execute(async (tx) => {
    const at = now()
    if (await deletePasskey(tx, signedIn.person.id, given.id))
      await sendLater(tx, noticeMail(signedIn.person, 'passkey-removed', at), at)
  })
  return { cookies: [] }
}

/** Asks the browser for any passkey of this site: nobody needs to say who they are. */
export async function passkeyToShow(engine: Engine): Promise<Challenge> {
  const { generateAuthenticationOptions } = await library()
  const options = await generateAuthenticationOptions({ rpID: hostOf(engine), userVerification: 'required' })
  return { id: await keepChallenge(engine.db, options.challenge, null, now()), options: { ...options } }
}

export async function enterWithPasskey(
  engine: Engine,
  caller: Caller,
  given: { id: string; answer: string },
): Promise<Entrance> {
  const limits = codeLimits(engine.secret, caller)
  const wait = await countTry(engine.db, limits)
  if (wait > 0) return refused(waitIssue(wait))
  const challenge = await spendChallenge(engine.db, given.id, null, now())
  const person = challenge === null ? null : await readAuthentication(engine, challenge, given.answer)
  if (person === null) return refused({ field: '', key: 'sign-in.passkey-failed' })
  await takeBack(engine.db, limits)
  return letIn(engine, caller, person, 'two-factors')
}

async function readRegistration(engine: Engine, expectedChallenge: string, answer: string) {
  const response = parsed<RegistrationResponseJSON>(answer)
  if (!response) return null
  const { verifyRegistrationResponse } = await library()
  const found = await verifyRegistrationResponse({
    response,
    expectedChallenge,
    expectedOrigin: engine.publicUrl,
    expectedRPID: hostOf(engine),
    requireUserVerification: true,
  }).catch(() => null) // Whatever is wrong with an answer is told by an exception; the person can only try again.
  if (!found?.verified) return null
  const { credential, credentialBackedUp } = found.registrationInfo
  return {
    credentialId: credential.id,
    publicKey: credential.publicKey,
    counter: credential.counter,
    transports: (credential.transports ?? []).filter((one) => /^[a-z-]{1,20}$/.test(one)).slice(0, 8),
    isSynced: credentialBackedUp,
  }
}

/** The person whose passkey has signed the challenge. */
async function readAuthentication(engine: Engine, expectedChallenge: string, answer: string) {
  const response = parsed<AuthenticationResponseJSON>(answer)
  const passkey = response ? await passkeyByCredential(engine.db, response.id) : null
  if (!response || !passkey) return null
  const { verifyAuthenticationResponse } = await library()
  const { credentialId, publicKey, counter } = passkey
  const found = await verifyAuthenticationResponse({
    response,
    expectedChallenge,
    expectedOrigin: engine.publicUrl,
    expectedRPID: hostOf(engine),
    credential: { id: credentialId, publicKey, counter },
    requireUserVerification: true,
  }).catch(() => null) // As above.
  if (!found?.verified) return null
  const isFirst = await countUse(engine.db, passkey.id, found.authenticationInfo.newCounter, now())
  return isFirst ? passkey.person : null
}

const hostOf = ({ publicUrl }: Engine) => new URL(publicUrl).hostname

function parsed<Answer extends { id: string }>(text: string): Answer | null {
  try {
    const value = JSON.parse(text) as { id?: unknown } | null
    return /^[\w-]{1,1400}$/.test(String(value?.id)) ? (value as Answer) : null
  } catch {
    // Not from our script.
    return null
  }
}
