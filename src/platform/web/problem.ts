import type { z } from 'zod'
import type { Role } from '../access/actor.ts'
import { Forbidden, type Reach } from '../access/rights.ts'
import { badRequest, issueSentence, type Issue, type Refusal } from '../errors.ts'
import type { MessageKey, Translate } from '../messages.ts'
import { asOfParameter } from '../past/as-of.ts'

export type Problem = {
  type: string
  title: string
  status: number
  detail?: string
  reference?: string
  /** Of a refusal for want of a right: the right, who could, and in which states. */
  refused?: { right: string; why: string; who: { role: Role; reach: Reach }[]; states: readonly string[] }
  errors?: { parameter: string; detail: string; validValues?: string[] }[]
}

/** A refusal as `application/problem+json` (RFC 9457), naming each parameter with its rule and valid values. */
export function problemOf(refusal: Refusal, t: Translate): Problem {
  const errors = refusal.issues.map((issue) => ({
    parameter: issue.field,
    detail: issueSentence(t, issue),
    ...(issue.validValues ? { validValues: issue.validValues } : {}),
  }))
  return {
    type: 'about:blank',
    title: t(refusal.key),
    status: refusal.status,
    ...(errors.length > 0 ? { errors } : {}),
    ...(refusal instanceof Forbidden ? { refused: shown(refusal) } : {}),
  }
}

const shown = ({ refused: { right, why, who, states } }: Forbidden) => ({ right, why, who, states })

/** Checks a query against a strict schema; throws a refusal that names every parameter that does not fit. */
export function checkQuery<Query extends z.ZodObject>(schema: Query, given: URLSearchParams): z.infer<Query> {
  // Asked of every address and checked before the address is known.
  const own = [...given].filter(([name]) => name !== asOfParameter)
  const doubled = [...new Set(own.map(([name]) => name))].filter((name) => given.getAll(name).length > 1)
  if (doubled.length > 0)
    throw badRequest(
      doubled.map((field) => ({ field, key: 'error.parameter.doubled' as const, values: { field } })),
    )
  const unprintable = own.filter(([name, value]) => controls.test(name + value)).map(([field]) => field)
  if (unprintable.length > 0)
    throw badRequest(unprintable.map((field) => malformed(field, 'rule.no-control')))
  // A form sends its empty fields too; they mean "not given".
  const filled = Object.fromEntries(own.filter(([, value]) => value !== ''))
  const read = schema.safeParse(filled)
  if (read.success) return read.data
  throw badRequest(read.error.issues.flatMap((issue) => issuesOf(issue, schema)))
}

/** The message of a schema's rule: a key, so that the rule is told in the reader's language. */
export const rule = <Key extends MessageKey>(key: Key): Key => key

const malformed = (field: string, broken: MessageKey): Issue => ({
  field,
  key: 'error.parameter.malformed',
  values: { field },
  rule: broken,
})

// PostgreSQL refuses U+0000, and no other control character belongs in a question.
// oxlint-disable-next-line no-control-regex -- these are the characters meant.
const controls = /[\u0000-\u001F\u007F]/

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
  const listed = issue.code === 'custom' ? (issue.params?.['validValues'] as string[] | undefined) : undefined
  if (listed !== undefined)
    return [{ field, key: 'error.parameter.value', values: { field }, validValues: [...listed] }]
  // Schemas word their rules as keys (`rule` below), so that the reader gets them in their language.
  return [malformed(field, issue.message as MessageKey)]
}
