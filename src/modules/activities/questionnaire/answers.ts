import { askedSections, type Field } from './fields.ts'

/** What stands in a file, by the name of the question; more than one where somebody has copied a row. */
export type Answers = Map<string, string[]>

const fields: readonly Field[] = askedSections.flatMap((section) => section.fields)

/** The field of which a name is a question: 'title', 'countries-3', 'lines-why-12'. */
export function fieldAsked(name: string): { field: Field; row: number; isWhy: boolean } | null {
  const [, base = name, why, row = '0'] = /^(.+?)(-why)?-(\d{1,3})$/.exec(name) ?? []
  const field = fields.find((one) => one.name === base)
  if (field === undefined) return null
  const hasRows = field.kind === 'several' || field.kind === 'tags'
  if (hasRows !== (base !== name) || (why !== undefined && field.kind !== 'tags')) return null
  return { field, row: Number(row), isWhy: why !== undefined }
}

/** Where a question stands among all, to put them in order. */
export function placeOf(name: string): number {
  const asked = fieldAsked(name)
  if (asked === null) return Number.MAX_SAFE_INTEGER
  return fields.indexOf(asked.field) * 10_000 + asked.row * 2 + Number(asked.isWhy)
}

/** What was written under one name, '' for nothing; null when the file does not have the question. */
export const answerTo = (answers: Answers, name: string): string | null =>
  answers
    .get(name)
    ?.filter((text) => text !== '')
    .join('\n') ?? null

/** Names of the rows of one field that the file has, in their order. */
export const rowsOf = (answers: Answers, field: Field): number[] =>
  [
    ...new Set(
      [...answers.keys()]
        .map(fieldAsked)
        .filter((asked) => asked?.field === field)
        .map((asked) => asked?.row ?? 0),
    ),
  ].toSorted((one, other) => one - other)
