import { z } from 'zod'
import type { Issue } from '../errors.ts'
import type { MessageKey } from '../messages.ts'

export type Checked<Values> = { values: Values } | { issues: Issue[] }

/** The fields as they were typed, by name: what the page shows again. Names with a leading underscore belong to the form itself. */
export function typed(fields: [string, string][]): Record<string, string | string[]> {
  const values: Record<string, string | string[]> = {}
  for (const [name, value] of fields) {
    if (name.startsWith('_')) continue
    const before = Object.hasOwn(values, name) ? values[name] : undefined
    const text = value.replaceAll('\r\n', '\n')
    Object.defineProperty(values, name, {
      value: before === undefined ? text : [before, text].flat(),
      enumerable: true,
      writable: true,
      configurable: true,
    })
  }
  return values
}

/** Checks what was typed against a strict schema; empty fields count as not given. */
export function checkForm<Fields extends z.ZodObject>(
  schema: Fields,
  values: Record<string, string | string[]>,
): Checked<z.infer<Fields>> {
  const given = Object.entries(values).map(
    ([name, value]) => [name, trimmed(value, isList(schema, name))] as const,
  )
  const unprintable = given.filter(([, value]) => [value].flat().some((text) => controls.test(text ?? '')))
  if (unprintable.length > 0) return { issues: unprintable.map(([field]) => wrong(field, 'rule.no-control')) }
  const read = schema.safeParse(Object.fromEntries(given.filter(([, value]) => value !== undefined)))
  if (read.success) return { values: read.data }
  const names = new Set(given.flatMap(([name, value]) => (value === undefined ? [] : [name])))
  return { issues: read.error.issues.flatMap((issue) => issuesOf(issue, schema, names)) }
}

function trimmed(value: string | string[], wantsList: boolean): string | string[] | undefined {
  if (wantsList) return [value].flat().filter((text) => text.trim() !== '')
  if (typeof value !== 'string') return value
  return value.trim() === '' ? undefined : value.trim()
}

const isList = (schema: z.ZodObject, name: string): boolean => {
  let field = Object.hasOwn(schema.shape, name) ? (schema.shape[name] as z.ZodType) : undefined
  while (field instanceof z.ZodOptional || field instanceof z.ZodDefault) field = field.unwrap() as z.ZodType
  return field instanceof z.ZodArray
}

// Line ends and tabs belong to texts; no other control character does, and PostgreSQL refuses U+0000. Nor half characters.
// oxlint-disable-next-line no-control-regex -- these are the characters meant.
const controls = /[\u0000-\u0008\u000B-\u001F\u007F]|\p{Surrogate}/u

const wrong = (field: string, broken: MessageKey): Issue => ({ field, key: 'form.value.wrong', rule: broken })

function issuesOf(issue: z.core.$ZodIssue, schema: z.ZodObject, given: ReadonlySet<string>): Issue[] {
  const field = String(issue.path[0] ?? '')
  if (issue.code === 'unrecognized_keys') {
    const validValues = Object.keys(schema.shape)
    return issue.keys.map((name) => ({
      field: '',
      key: 'form.value.unknown',
      values: { field: name },
      validValues,
    }))
  }
  if (issue.code === 'invalid_value' && given.has(field))
    return [{ field, key: 'form.value.choice', validValues: issue.values.map(String).slice(0, 60) }]
  return [wrong(field, isKey(issue.message) ? issue.message : 'rule.required')]
}

/** Schemas word their rules as keys; what the library says itself is in English and is about a field that is missing. */
const isKey = (text: string): text is MessageKey => /^[a-z]+(?:[.-][a-z0-9-]+)+$/.test(text)
