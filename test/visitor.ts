import type { App } from '#platform/web/app.ts'

export type Answered = { status: number; text: string; location: string | null; cookies: string[] }

/** Somebody with a browser and no rights but those that they get by signing in: keeps cookies, sends forms as they are shown. */
export class Visitor {
  readonly cookies = new Map<string, string>()
  readonly #app: App
  readonly #host: string

  constructor(app: App, host = 'https://actionline.test') {
    this.#app = app
    this.#host = host
  }

  async ask(path: string, init: RequestInit = {}): Promise<Answered> {
    const headers = new Headers(init.headers)
    headers.set('Cookie', [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '))
    const answer = await this.#app.fetch(new Request(`${this.#host}${path}`, { ...init, headers }))
    for (const line of answer.headers.getSetCookie()) this.#keep(line)
    return {
      status: answer.status,
      text: await answer.text(),
      location: answer.headers.get('Location'),
      cookies: answer.headers.getSetCookie(),
    }
  }

  get = (path: string): Promise<Answered> => this.ask(path)

  /** Opens the form at an address, fills it in and sends it. */
  async fill(path: string, fields: Record<string, string> = {}): Promise<Answered> {
    const shown = await this.get(path)
    const form = /<form\s+class="form"[\s\S]*?<\/form>/.exec(shown.text)?.[0] ?? ''
    const hidden = [...form.matchAll(/<input\s+type="hidden"\s+name="([^"]+)"\s+value="([^"]*)"/g)]
    const body = new URLSearchParams([
      ...hidden.map(([, name = '', value = '']): [string, string] => [name, value]),
      ...Object.entries(fields),
    ])
    return this.ask(path, { method: 'POST', body })
  }

  #keep(line: string) {
    const [pair = ''] = line.split(';')
    const name = pair.slice(0, pair.indexOf('='))
    if (/;\s*max-age=0(?:;|$)/i.test(line)) this.cookies.delete(name)
    else this.cookies.set(name, pair.slice(pair.indexOf('=') + 1))
  }
}
