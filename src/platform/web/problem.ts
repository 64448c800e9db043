import type { z } from 'zod'
import { badRequest, type Issue, type Refusal } from '../errors.ts'
import type { Translate } from '../messages.ts'

export type Problem = {
  type: string
  title: string
  status: number
  detail?: string
  reference?: string
  errors?: { parameter: string; detail: string; validValues?: string[] }[]
}

/** A refusal as `application/problem+json` (RFC 9457), naming each parameter with its rule and valid values. */
export function problemOf(refusal: Refusal, t: Translate): Problem {
  const errors = refusal.issues.map((issue) => ({
    parameter: issue.field,
    detail: t(issue.key, issue.values),
    ...(issue.validValues ? { validValues: issue.validValues } : {}),
  }))
  return {
    type: 'about:blank',
    title: t(refusal.key),
    status: refusal.status,
    ...(errors.length > 0 ? { errors } : {}),
  }
}

/** Checks a query against a strict schema; throws a refusal that names every parameter that does not fit. */
export function checkQuery<Query extends z.ZodObject>(schema: Query, given: URLSearchParams): z.infer<Query> {
  const doubled = [...new Set(given.keys())].filter((name) => given.getAll(name).length > 1)
  if (doubled.length > 0)
    throw badRequest(
      doubled.map((field) => ({ field, key: 'error.parameter.doubled' as const, values: { field } })),
    )
  // A form sends its empty fields too; they mean "not given".
  const filled = Object.fromEntries([...given].filter(([, value]) => value !== ''))
  const read = schema.safeParse(filled)
  if (read.success) return read.data
  throw badRequest(read.error.issues.flatMap((issue) => issuesOf(issue, schema)))
}

function issuesOf(issue: z.core.$ZodIssue, schema: z.ZodObject): Issue[] {
  const field = String(issue.path[0] ?? '')
  if (issue.code === 'unrecognized_keys') {
    const validValues = Object.keys(schema.shape)
    return issue.keys.map((name) => ({
      field: name,
      key: 'error.parameter.unknown',
      values: { field: name },
      validValues,
    }))
  }
  if (issue.code === 'invalid_value') {
    return [{ field, key: 'error.parameter.value', values: { field }, validValues: issue.values.map(String) }]
  }
  return [{ field, key: 'error.parameter.malformed', values: { field, rule: issue.message } }]
}
