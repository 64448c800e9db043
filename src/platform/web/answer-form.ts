import type { Context } from 'hono'
import type { z } from 'zod'
import { Forbidden } from '../access/rights.ts'
import { issueSentence, notFound, Refusal } from '../errors.ts'
import { keptTypedPage, refusedTypedPage } from '../ui/kept-typed-page.ts'
import { leavingPage } from '../ui/leaving-page.ts'
import { addressOf } from './address.ts'
import { sendFresh } from './answer.ts'
import { checkForm, typed } from './check-form.ts'
import { clientAddress } from './client-address.ts'
import {
  nothingEntered,
  Stale,
  type Caller,
  type Entered,
  type FormResource,
  type Outcome,
} from './form-resource.ts'
import { isTokenOf, refuseOtherOrigins } from './form-token.ts'
import { holdSent } from './hold-sent.ts'
import type { Layout } from './layout.ts'
import { ownField, readPosted, type Posted } from './posted.ts'
import type { Page, PathParameters } from './site.ts'
import type { Visit } from './visit.ts'

export type FormParts = {
  layout: Layout
  visit: Visit
  parameters: PathParameters
  /** Whoever the forms of this request belong to: a session, or a visitor's cookie; null when there is neither. */
  holder: string | null
  tokenKey: Uint8Array
  wantsData: boolean
}

type Form = FormResource<z.ZodObject, unknown>

/** GET: the form with nothing typed in it. */
export async function showForm(c: Context, form: Form, parts: FormParts): Promise<Response> {
  const subject = await form.read(parts.visit, parts.parameters)
  if (subject === null) throw notFound()
  return whole(c, parts, await form.page(parts.visit, subject, nothingEntered), 200)
}

/** POST: reads, refuses, checks and acts, in that order; what a person can mend brings the form back with what was typed. */
export async function takeForm(c: Context, form: Form, parts: FormParts): Promise<Response> {
  const { visit, wantsData } = parts
  refuseOtherOrigins(c, visit.settings)
  const posted = await readPosted(c.req.raw, form.files ?? {})
  if ((posted.kind === 'json') !== wantsData) throw new Refusal(415, 'error.sent.type')
  const entered: Entered = {
    ...nothingEntered,
    values: typed(posted.fields),
    asked: ownField(posted, '_show'),
    version: ownField(posted, '_version'),
  }
  return take(c, form, parts, { posted, entered }).catch((error: unknown) => {
    if (wantsData || Object.keys(entered.values).length === 0 || !(error instanceof Refusal)) throw error
    // Their session has ended while they wrote, or somebody was faster: nothing typed is lost.
    if (isSignedOut(error, visit)) return whole(c, parts, keptTypedPage(visit, posted.fields), 401)
    const { status } = error
    if (status !== 403 && status !== 404 && status !== 409) throw error
    return whole(c, parts, refusedTypedPage(visit, error, entered), status)
  })
}

type Sent = { posted: Posted; entered: Entered }

async function take(c: Context, form: Form, parts: FormParts, { posted, entered }: Sent): Promise<Response> {
  const { visit, parameters, wantsData } = parts
  const subject = await form.read(visit, parameters)
  if (subject === null) throw notFound()
  const again = async (changes: Partial<Entered>, status: Shown) =>
    wantsData
      ? issuesAsData(c, visit, { ...entered, ...changes }, status)
      : whole(c, parts, await form.page(visit, subject, { ...entered, ...changes }), status)

  if (!wantsData && form.isSecretAddress !== true && !hasToken(parts, posted)) {
    // Showing the form again changes nothing, so it needs no token; the new page carries a good one.
    if (entered.asked !== null) return again({}, 200)
    return again({ issues: [{ field: '', key: 'error.sent.token' }] }, 403)
  }
  const files = await holdSent(form.files ?? {}, parts, posted)
  entered.files = files.held
  if (entered.asked !== null) return again({ issues: files.issues }, 200)
  const checked = checkForm(form.fields, entered.values)
  const issues = ['issues' in checked ? checked.issues : [], files.issues].flat()
  if ('issues' in checked || issues.length > 0) return again({ issues }, 422)

  const input = {
    fields: checked.values,
    files: files.held,
    version: ownField(posted, '_version'),
    caller: callerOf(c, visit),
  }
  try {
    const outcome = await form.act(visit, subject, input)
    setCookies(c, outcome.cookies)
    if ('issues' in outcome) return await again({ issues: outcome.issues }, 422)
    if ('shown' in outcome) return await showOnce(c, parts, outcome)
    if (outcome.away !== undefined && !wantsData) return await leave(c, parts, outcome.away)
    return goOn(c, visit, outcome, wantsData)
  } catch (error) {
    const tooLate = tooLateIs(error, wantsData)
    if (tooLate === null) throw error
    // The fresh record, so that the next try is made for its present version.
    const fresh = await form.read(visit, parameters)
    if (fresh === null) throw notFound()
    return whole(c, parts, await form.page(visit, fresh, { ...entered, ...tooLate }), 409)
  }
}

type Shown = 200 | 403 | 409 | 422

/** How the form says that somebody else was faster; null for any other failure. */
function tooLateIs(
  error: unknown,
  wantsData: boolean,
): (Pick<Entered, 'isStale' | 'issues'> & { version?: null }) | null {
  if (error instanceof Stale) {
    if (wantsData) throw new Refusal(409, 'form.stale')
    return { isStale: true, issues: [] }
  }
  if (wantsData || !(error instanceof Refusal) || error.status !== 409) return null
  const issues = [{ field: '', key: error.key }]
  // Where only the state is in the way, the form may become good again.
  return error instanceof Forbidden ? { isStale: false, issues } : { isStale: false, issues, version: null }
}

/** Whoever is not signed in any more does not see what they saw when they opened the form. */
const isSignedOut = (error: Refusal, { actor }: Visit): boolean =>
  error instanceof Forbidden
    ? error.refused.why === 'signed-out'
    : error.status === 404 && actor.person === null && actor.standings.length === 0

const hasToken = ({ holder, tokenKey }: FormParts, posted: Posted): boolean =>
  holder !== null && isTokenOf(tokenKey, holder, ownField(posted, '_token') ?? '')

const callerOf = (c: Context, visit: Visit): Caller => {
  const cookies = new Map(
    (c.req.header('Cookie') ?? '').split(';').map((one) => {
      const [name = '', ...rest] = one.trim().split('=')
      return [name, rest.join('=')]
    }),
  )
  return {
    address: clientAddress(c, visit.settings.trustedProxies),
    cookie: (name) => cookies.get(name) ?? null,
    userAgent: c.req.header('User-Agent') ?? '',
  }
}

function showOnce(c: Context, parts: FormParts, { shown, data }: Extract<Outcome, { shown: Page }>) {
  if (!parts.wantsData) return whole(c, parts, shown, 200)
  c.header('Cache-Control', 'no-store')
  return c.json(data, 200)
}

function goOn(c: Context, visit: Visit, outcome: Extract<Outcome, { to: string }>, wantsData: boolean) {
  const [path = '/', search = ''] = outcome.to.split(/\?(.*)/s)
  const query = new URLSearchParams(search)
  const address = addressOf(visit.language, path, query)
  c.header('Cache-Control', 'no-store')
  if (outcome.forgets) c.header('Clear-Site-Data', '"storage"')
  if (wantsData) return c.json({ address: outcome.away ?? visit.settings.publicUrl + address, path }, 200)
  if (outcome.done) query.set('done', outcome.done)
  return c.redirect(addressOf(visit.language, path, query), 303)
}

/** A form may lead to this host only, redirects included (`form-action` of the policy); a page that moves on may lead away. */
async function leave(c: Context, parts: FormParts, away: string) {
  c.header('Refresh', `0; url=${away}`)
  return whole(c, parts, leavingPage(parts.visit, away), 200)
}

function setCookies(c: Context, cookies: string[] = []) {
  for (const cookie of cookies) c.header('Set-Cookie', cookie, { append: true })
}

function issuesAsData(c: Context, { t }: Visit, { issues }: Entered, status: Shown) {
  const errors = issues.map((issue) => ({
    field: issue.field,
    detail: issueSentence(t, issue),
    ...(issue.validValues ? { validValues: issue.validValues } : {}),
  }))
  const problem = { type: 'about:blank', title: t('error.form'), status, errors }
  c.header('Cache-Control', 'no-store')
  return c.body(JSON.stringify(problem), status, { 'Content-Type': 'application/problem+json' })
}

async function whole(c: Context, { layout, visit }: FormParts, page: Page, status: Shown | 401 | 404) {
  const body = String(layout.whole(visit, page))
  return sendFresh(c, { status, type: 'text/html; charset=utf-8', body })
}
