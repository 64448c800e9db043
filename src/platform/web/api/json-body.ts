import type { z } from 'zod'
import { Refusal, type Issue } from '../../errors.ts'
import type { MessageKey } from '../../messages.ts'
import { readJsonValue } from '../posted.ts'

const mostBytes = 1024 * 1024

/** The body of a request as its text, within bounds. An empty one counts as an object without members. */
export async function readBody(request: Request): Promise<{ text: string; value: unknown }> {
  const type = request.headers.get('Content-Type')
  if (type !== null && !/^application\/json\s*(?:;|$)/i.test(type)) throw new Refusal(415, 'api.body.type')
  // Over the line there is always a body, if only of no bytes; to ask for it makes a stream of it.
  if (tellsOfNone(request.headers) && (type === null || request.body === null)) return { text: '', value: {} }
  if (type === null) throw new Refusal(415, 'api.body.type')
  return readJsonValue(request, mostBytes)
}

/** RFC 9112, 6.3: without these two headers a request has no body. */
const tellsOfNone = (headers: Headers): boolean =>
  !headers.has('Transfer-Encoding') && (headers.get('Content-Length') ?? '0') === '0'

/** Checks a body against a strict schema; every issue names the place, the rule and what would be right. */
export function checkBody<Body extends z.ZodObject>(
  schema: Body,
  value: unknown,
): { body: z.infer<Body> } | { issues: Issue[] } {
  const read = schema.safeParse(value)
  if (!read.success) return { issues: read.error.issues.slice(0, mostIssues).flatMap(issuesOf) }
  const unprintable = unprintableIn(read.data, '').slice(0, mostIssues)
  return unprintable.length > 0 ? { issues: unprintable } : { body: read.data }
}

const mostIssues = 100

function issuesOf(issue: z.core.$ZodIssue): Issue[] {
  const field = issue.path.join('.')
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((name) => {
      const place = issue.path.length === 0 ? name : `${field}.${name}`
      return { field: place.slice(0, 200), key: 'form.value.unknown', values: { field: name.slice(0, 100) } }
    })
  if (issue.code === 'invalid_value' && issue.values.length > 0)
    return [{ field, key: 'form.value.choice', validValues: issue.values.map(String).slice(0, 60) }]
  return [{ field, key: 'form.value.wrong', rule: ruleOf(issue) }]
}

function ruleOf(issue: z.core.$ZodIssue): MessageKey {
  if (/^rule(?:\.[a-z0-9-]+)+$/.test(issue.message)) return issue.message as MessageKey
  if (issue.code === 'too_big') return issue.origin === 'array' ? 'rule.json.count' : 'rule.json.length'
  if (issue.code !== 'invalid_type') return 'rule.json.value'
  if (issue.input === undefined && issue.message.includes('undefined')) return 'rule.required'
  return typeRules[issue.expected] ?? 'rule.json.value'
}

const typeRules: Partial<Record<string, MessageKey>> = {
  string: 'rule.json.text',
  number: 'rule.json.number',
  int: 'rule.json.number',
  boolean: 'rule.json.boolean',
  array: 'rule.json.list',
  object: 'rule.json.object',
}

// Line ends and tabs belong to texts; no other control character does, and the database takes no half characters.
// oxlint-disable-next-line no-control-regex -- these are the characters meant.
const controls = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]|\p{Surrogate}/u

/** The schema bounds how deep this goes. */
function unprintableIn(value: unknown, place: string): Issue[] {
  if (typeof value === 'string')
    return controls.test(value) ? [{ field: place, key: 'form.value.wrong', rule: 'rule.no-control' }] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, part]) =>
    unprintableIn(part, place === '' ? name : `${place}.${name}`),
  )
}
