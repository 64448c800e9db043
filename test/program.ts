import { makeToken } from '../src/modules/accounts/tokens/token-commands.ts'
import { person, testDay, type TestSite } from './test-site.ts'

export type ApiAnswered = { status: number; headers: Headers; text: string; body: Record<string, unknown> }

/** A program that acts for somebody through the API. */
export type Program = {
  token: string
  get: (path: string, headers?: Record<string, string>) => Promise<ApiAnswered>
  send: (
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ) => Promise<ApiAnswered>
}

/** A token of a person whose row and roles are in the database. */
export async function programOf(
  site: TestSite,
  id: string,
  may: 'read' | 'write' = 'write',
): Promise<Program> {
  const at = new Date(`${testDay}T12:00:00Z`)
  const made = await makeToken(site.db, { actor: person(id), at, name: 'upload', endsOn: '2027-01-31', may })
  if ('issues' in made) throw new Error(JSON.stringify(made.issues))
  return programWith(site, made.token)
}

/** `token` as it is sent; empty for a program that sends none. */
export function programWith({ app }: Pick<TestSite, 'app'>, token: string): Program {
  const send: Program['send'] = async (method, path, body, headers = {}) => {
    const text = typeof body === 'string' ? body : JSON.stringify(body)
    const answer = await app.fetch(
      new Request(`https://actionline.test/api/v1${path}`, {
        method,
        headers: {
          ...(token === '' ? {} : { Authorization: `Bearer ${token}` }),
          ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: text }),
      }),
    )
    const said = await answer.text()
    const isJson = said !== '' && (answer.headers.get('Content-Type') ?? '').includes('json')
    return {
      status: answer.status,
      headers: answer.headers,
      text: said,
      body: isJson ? (JSON.parse(said) as Record<string, unknown>) : {},
    }
  }
  return { token, send, get: (path, headers) => send('GET', path, undefined, headers) }
}
