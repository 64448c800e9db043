import type { Context } from 'hono'
import { badRequest, issueSentence, Refusal, type Issue } from '../../errors.ts'
import { Stale } from '../form-resource.ts'
import type { PathParameters } from '../site.ts'
import type { Visit } from '../visit.ts'
import { onceFor, type Kept } from './answer-commands.ts'
import { etagOf, tokenWanted, type ApiParts } from './answer-api.ts'
import { apiRoot, type Written } from './api-resource.ts'
import type { AnyWrite } from './api-routes.ts'
import { checkBody, readBody } from './json-body.ts'

type WriteParts = Pick<ApiParts, 'visit' | 'bearer'> & { parameters: PathParameters }

/** Reads, refuses, checks and acts, in that order; what can be put right comes back as data with 422. */
export async function takeWrite(c: Context, write: AnyWrite, parts: WriteParts): Promise<Response> {
  const { visit, bearer, parameters } = parts
  if (bearer === null) throw tokenWanted(c)
  if (bearer.may !== 'write') throw new Refusal(403, 'api.token.only-reads')
  refuseParameters(visit)
  const key = keyOf(c)
  const revision = revisionOf(c, write)
  const { text, value } = await readBody(c.req.raw)
  const checked = checkBody(write.body, value)
  if ('issues' in checked) return wrong(c, visit, checked.issues)
  const given = { body: checked.body, parameters, revision }
  const request = JSON.stringify([write.method, visit.path, c.req.header('If-Match') ?? '', text])
  const sender = { person: bearer.actor.id, request, at: visit.now }
  try {
    const outcome = key === null ? await write.together?.(visit, given) : null
    if (outcome) return send(c, visit, { ...done(visit, outcome), isKept: false })
    const transaction = visit.db.transaction()
    const isOfOneMoment = write.readsOneMoment?.(given.body) ?? false
    const begun = isOfOneMoment ? transaction.setIsolationLevel('repeatable read') : transaction
    const answer = await begun.execute((tx) => {
      const act = async () => done(visit, await write.act(tx, { ...visit, db: tx }, given))
      return key === null
        ? act().then((fresh) => ({ ...fresh, isKept: false }))
        : onceFor(tx, { ...sender, key }, act)
    })
    return send(c, visit, answer)
  } catch (error) {
    // The transaction is undone: by issues, which are the sender's to mend, or because somebody was faster.
    if (error instanceof Undone) return wrong(c, visit, error.issues)
    if (error instanceof Stale) throw new Refusal(412, 'api.changed')
    throw error
  }
}

class Undone extends Error {
  readonly issues: Issue[]

  constructor(issues: Issue[]) {
    super('what was sent has issues')
    this.name = 'Undone'
    this.issues = issues
  }
}

function done(visit: Visit, outcome: Written<unknown>): Kept {
  if ('issues' in outcome) throw new Undone(outcome.issues)
  const { status, body, revision, location } = outcome
  return {
    status,
    location: location === undefined ? null : visit.settings.publicUrl + apiRoot + location,
    etag: etagOf(revision),
    body: JSON.stringify(body),
  }
}

function send(c: Context, { language }: Visit, answer: Kept & { isKept: boolean }): Response {
  c.header('Cache-Control', 'private, no-store')
  c.header('Content-Language', language)
  if (answer.etag !== null) c.header('ETag', answer.etag)
  if (answer.location !== null) c.header('Location', answer.location)
  if (answer.isKept) c.header('Idempotency-Replayed', 'true')
  return c.body(answer.body, answer.status === 201 ? 201 : 200, {
    'Content-Type': 'application/json; charset=utf-8',
  })
}

/** 422 with every issue: where, which rule, what would be right. */
function wrong(c: Context, { t, language }: Visit, issues: readonly Issue[]): Response {
  const errors = issues.map((issue) => ({
    field: inBody(issue.field),
    rule: issue.rule ?? issue.key,
    detail: issueSentence(t, issue),
    ...(issue.validValues ? { validValues: issue.validValues } : {}),
  }))
  c.header('Cache-Control', 'no-store')
  c.header('Content-Language', language)
  const problem = { type: 'about:blank', title: t('error.form'), status: 422, errors }
  return c.body(JSON.stringify(problem), 422, { 'Content-Type': 'application/problem+json' })
}

/** What a form calls 'starts-on' is 'startsOn' in a body. */
const inBody = (field: string): string =>
  field.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase())

/** A change is told by its body; only `language` stands in its address. */
function refuseParameters({ query }: Visit): void {
  const others = [...new Set(query.keys())].filter((name) => name !== 'language')
  if (others.length > 0)
    throw badRequest(
      others.map((field) => ({
        field,
        key: 'error.parameter.unknown' as const,
        values: { field },
        validValues: ['language'],
      })),
    )
}

function keyOf(c: Context): string | null {
  const key = c.req.header('Idempotency-Key')
  if (key === undefined) return null
  if (/^[\u0020-\u007E]{1,255}$/.test(key)) return key
  throw badRequest([
    {
      field: 'Idempotency-Key',
      key: 'error.parameter.malformed',
      values: { field: 'Idempotency-Key' },
      rule: 'rule.api.key',
    },
  ])
}

/** The change of the record that the sender has seen. An ETag that this API never gave fits none. */
function revisionOf(c: Context, { precondition }: AnyWrite): number | undefined {
  const header = precondition === 'none' ? undefined : c.req.header('If-Match')?.trim()
  if (header === undefined && precondition === 'required') throw new Refusal(428, 'api.if-match')
  if (header === undefined || header === '*') return undefined
  const revision = /^"([1-9]\d{0,8})"$/.exec(header)?.[1]
  if (revision === undefined) throw new Refusal(412, 'api.changed')
  return Number(revision)
}
