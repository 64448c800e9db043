import type { DBAdapter } from 'better-auth/adapters'
import { tokenDigest } from './tokens.ts'

type Values = Record<string, unknown>
type Condition = { field: string; value: unknown }

/**
 * The library's storage, but discreet: a session's token is stored as its digest, so that whoever reads the database
 * cannot take a session over; and what providers hand out besides the identity (their tokens, pictures) is not stored.
 */
export function discreetStorage(storage: DBAdapter): DBAdapter {
  return {
    ...storage,
    create: (question) => withToken(question, (asked) => storage.create(asked)),
    findOne: (question) => withToken(question, (asked) => storage.findOne(asked)),
    findMany: (question) => withToken(question, (asked) => storage.findMany(asked)),
    count: (question) => withToken(question, (asked) => storage.count(asked)),
    update: (question) => withToken(question, (asked) => storage.update(asked)),
    updateMany: (question) => withToken(question, (asked) => storage.updateMany(asked)),
    delete: (question) => withToken(question, (asked) => storage.delete(asked)),
    deleteMany: (question) => withToken(question, (asked) => storage.deleteMany(asked)),
    consumeOne: (question) => withToken(question, (asked) => storage.consumeOne(asked)),
    incrementOne: (question) => withToken(question, (asked) => storage.incrementOne(asked)),
    transaction: (act) => storage.transaction((inner) => act(discreetStorage({ ...storage, ...inner }))),
  }
}

/** Asks with digests and kept columns only, and gives the tokens back to whoever asked with them. */
async function withToken<Question extends { model: string }, Answer>(
  question: Question,
  ask: (question: Question) => Promise<Answer>,
): Promise<Answer> {
  const asked: Values = { ...question }
  for (const part of ['data', 'update', 'set'])
    if (asked[part]) asked[part] = withoutDropped(question.model, asked[part] as Values)
  if (question.model !== 'session') return ask(asked as Question)

  const tokens = new Map<string, string>()
  const digestOf = (token: unknown) => {
    if (typeof token !== 'string') return token
    tokens.set(tokenDigest(token), token)
    return tokenDigest(token)
  }
  const digested = (value: unknown) => (Array.isArray(value) ? value.map(digestOf) : digestOf(value))
  for (const part of ['data', 'update', 'set']) {
    const values = asked[part] as Values | undefined
    if (values && 'token' in values) asked[part] = { ...values, token: digestOf(values['token']) }
  }
  const where = asked['where'] as Condition[] | undefined
  if (where)
    asked['where'] = where.map((condition) =>
      condition.field === 'token' ? { ...condition, value: digested(condition.value) } : condition,
    )
  const answer = await ask(asked as Question)
  for (const row of [answer].flat() as unknown[]) giveBack(row, tokens)
  return answer
}

function giveBack(row: unknown, tokens: Map<string, string>) {
  if (row === null || typeof row !== 'object' || !('token' in row)) return
  const token = tokens.get(String(row.token))
  if (token !== undefined) row.token = token
}

/** Columns that the library knows and we do not have. */
const dropped: Record<string, readonly string[]> = {
  user: ['image'],
  account: [
    'accessToken',
    'refreshToken',
    'idToken',
    'accessTokenExpiresAt',
    'refreshTokenExpiresAt',
    'scope',
  ],
}

const withoutDropped = (model: string, values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([name]) => !dropped[model]?.includes(name)))
