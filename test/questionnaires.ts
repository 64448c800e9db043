import assert from 'node:assert/strict'
import { fieldsOf } from './form-fields.ts'
import type { SignedIn, TestSite } from './test-site.ts'

const address = '/en/questionnaire/answers'

type Shown = { status: number; text: string }

/** Somebody who takes questionnaires away and sends them in. */
export type Sender = {
  file: (path: string) => Promise<Uint8Array>
  /** Sends a file and gets the page that says what was understood. */
  look: (bytes: Uint8Array, name?: string) => Promise<Shown>
  /** Presses the button of that page, with some fields changed; `id` is of the entry that it led to. */
  press: (page: Shown, fields?: Record<string, string>) => Promise<Shown & { id: string }>
}

export const senderOf = (site: TestSite, by: SignedIn): Sender => ({
  file: async (path) => {
    const answer = await site.ask(path, { Cookie: by.cookie })
    assert.equal(answer.status, 200, path)
    return new Uint8Array(await answer.arrayBuffer())
  },
  look: (bytes, name = 'filled.xlsx') => by.post(address, {}, { file: { name, bytes } }),
  press: async (page, fields = {}) => {
    const answer = await by.send(address, asSent(page.text, fields))
    const location = answer.headers.get('Location') ?? ''
    const id = /entries\/([0-9a-z]{10})\?/.exec(location)?.[1] ?? ''
    return { status: answer.status, text: await answer.text(), id }
  },
})

/** As a browser sends the form of a page: hidden fields and seen ones, as often as they stand there. */
export function asSent(text: string, changed: Record<string, string>): URLSearchParams {
  const body = new URLSearchParams()
  for (const [, name = '', value = ''] of text.matchAll(
    /<input\s+type="hidden"\s+name="([^"]+)"\s+value="([^"]*)"/g,
  ))
    body.append(name, value)
  for (const { name, values } of fieldsOf(text)) for (const value of values) body.append(name, value)
  for (const [name, value] of Object.entries(changed)) body.set(name, value)
  return body
}

/** What people read of a page. */
export const wordsOf = (text: string): string => text.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
