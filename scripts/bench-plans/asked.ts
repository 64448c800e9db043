import { parseArgs } from 'node:util'

export type Database = 'server' | 'embedded'

/** What is asked of a run of the bench. */
export type Asked = {
  databases: Database[]
  /** How often each address is asked in each way. */
  rounds: number
  /** Beginnings of the addresses that are measured; empty: all. */
  only: string[]
  json: string | null
}

export function askedIn(words: readonly string[]): Asked {
  const { values } = parseArgs({ args: [...words], options, strict: true })
  const rounds = Number(values.rounds)
  if (!Number.isInteger(rounds) || rounds < 1) throw new Error('--rounds must be a whole number')
  const databases = choices[values.database]
  if (databases === undefined) throw new Error('--database must be server, embedded or both')
  return { databases, rounds, only: values.only ?? [], json: values.json ?? null }
}

const options = {
  database: { type: 'string', default: 'both' },
  rounds: { type: 'string', default: '7' },
  only: { type: 'string', multiple: true },
  json: { type: 'string' },
} as const

const choices: Record<string, Database[]> = {
  server: ['server'],
  embedded: ['embedded'],
  both: ['server', 'embedded'],
}
