import type { MessageKey, MessageValues, Translate } from './messages.ts'

/** Something that the person who asked can put right: which field, which rule. Returned, never thrown. */
export type Issue = {
  field: string
  key: MessageKey
  values?: MessageValues
  /** The rule that the value breaks, worded in the reader's language as {rule}. */
  rule?: MessageKey
  validValues?: string[]
}

/** What is wrong with a field, in the reader's language. */
export const issueSentence = (t: Translate, { key, values, rule }: Issue): string =>
  t(key, rule ? { ...values, rule: t(rule) } : values)

/** A request that is refused, with the status and the sentence that says so. Only the boundary catches it. */
export class Refusal extends Error {
  readonly status: 400 | 401 | 403 | 404 | 405 | 406 | 409 | 412 | 413 | 415 | 422 | 428 | 429
  readonly key: MessageKey
  readonly issues: Issue[]

  constructor(status: Refusal['status'], key: MessageKey, issues: Issue[] = []) {
    super(key)
    this.name = 'Refusal'
    this.status = status
    this.key = key
    this.issues = issues
  }
}

export const notFound = () => new Refusal(404, 'error.not-found')

export const badRequest = (issues: Issue[]) => new Refusal(400, 'error.bad-request', issues)
