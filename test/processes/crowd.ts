import { grantRole } from '#modules/accounts/index.ts'
import { operator, type Standing } from '#platform/access/actor.ts'
import type { Db } from '#platform/database/tables.ts'
import { openAuthentication } from '../../src/modules/accounts/sign-in/authentication.ts'
import { letIn } from '../../src/modules/accounts/sign-in/entering.ts'
import { confirmPerson, insertPerson } from '../../src/modules/accounts/sign-in/person-commands.ts'
import { Browser } from '../sign-in.ts'

/** Somebody who is signed in: what their browser sends with every request. */
export type Signed = { id: string; name: string; email: string; cookie: string }

/** A form as it is shown, with what it carries unseen. */
export type Shown = { path: string; status: number; text: string; hidden: [string, string][] }

export type Answered = { status: number; text: string; location: string | null }

export type Fields = Record<string, string | string[]>

export type SentFile = { name: string; bytes: Uint8Array }

/** Enters a person with roles and signs them in, without a password: deriving a hundred of them would take half a minute. */
export async function signedIn(db: Db, name: string, standings: readonly Standing[]): Promise<Signed> {
  const at = new Date()
  const email = `${name}@${name}.example`
  const id = await db.transaction().execute(async (tx) => {
    const person = await insertPerson(tx, { name, email, language: 'en' }, at)
    if (person === null) throw new Error(`${email} is entered already`)
    await confirmPerson(tx, person.id, at)
    return person.id
  })
  for (const standing of standings) await grantRole(db, { actor: operator, at, person: id, ...standing })
  const engine = await openAuthentication(db, { publicUrl: 'http://127.0.0.1', identityProviders: [] })
  const browser = new Browser()
  const entrance = await letIn(engine, browser.caller, id, 'one-factor')
  if (entrance.kind !== 'signed-in') throw new Error(`${name} does not come in`)
  browser.keep(entrance.cookies)
  const cookie = [...browser.cookies].map(([key, value]) => `${key}=${value}`).join('; ')
  return { id, name, email, cookie }
}

/** Opens a form at the address of a running site. */
export async function openForm(site: string, who: Signed, path: string): Promise<Shown> {
  const answer = await fetch(site + path, { headers: { Cookie: who.cookie }, redirect: 'manual' })
  const text = await answer.text()
  const form = /<form\s[^>]*class="form"[\s\S]*?<\/form>/.exec(text)?.[0] ?? ''
  const hidden = [...form.matchAll(/<input\s+type="hidden"\s+name="([^"]+)"\s+value="([^"]*)"/g)]
  return {
    path,
    status: answer.status,
    text,
    hidden: hidden.map(([, name = '', value = '']) => [name, value]),
  }
}

/** Sends a form that was opened before; what is typed takes the place of what it carried. */
export async function sendForm(
  site: string,
  who: Signed,
  shown: Shown,
  { fields, file }: { fields: Fields; file?: SentFile | undefined },
): Promise<Answered> {
  const pairs = [
    ...shown.hidden.filter(([name]) => !(name in fields)),
    ...Object.entries(fields).flatMap(([name, value]) =>
      [value].flat().map((one): [string, string] => [name, one]),
    ),
  ]
  const answer = await fetch(site + shown.path, {
    method: 'POST',
    headers: { Cookie: who.cookie },
    body: file ? withFile(pairs, file) : new URLSearchParams(pairs),
    redirect: 'manual',
  })
  return {
    status: answer.status,
    text: await answer.text(),
    location: answer.headers.get('Location'),
  }
}

function withFile(pairs: [string, string][], { name, bytes }: SentFile): FormData {
  const form = new FormData()
  for (const [field, value] of pairs) form.append(field, value)
  form.set('file', new File([new Uint8Array(bytes)], name))
  return form
}
