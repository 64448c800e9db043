import { parseArgs } from 'node:util'

export type Database = 'server' | 'embedded'

/** What is asked of a run of the bench. */
export type Asked = {
  size: number
  /** How long each question is asked at each number of connections. */
  seconds: number
  databases: Database[]
  /** Beginnings of the names of what is measured; empty: everything. */
  only: string[]
  json: string | null
}

/** Entries up to so many are a trial of the bench itself: short, and no goals are told by them. */
export const trialSize = 2000

export function askedIn(words: readonly string[]): Asked {
  const { values } = parseArgs({ args: [...words], options, strict: true })
  const size = whole('size', values.size)
  const seconds = values.seconds === undefined ? (size <= trialSize ? 0.3 : 3) : Number(values.seconds)
  if (!(seconds > 0 && seconds <= 600)) throw new Error('--seconds must be more than 0 and at most 600')
  const databases = choices[values.database]
  if (databases === undefined) throw new Error('--database must be server, embedded or both')
  return { size, seconds, databases, only: values.only ?? [], json: values.json ?? null }
}

const options = {
  size: { type: 'string', default: '15000' },
  seconds: { type: 'string' },
  database: { type: 'string', default: 'both' },
  only: { type: 'string', multiple: true },
  json: { type: 'string' },
} as const

const choices: Record<string, Database[]> = {
  server: ['server'],
  embedded: ['embedded'],
  both: ['server', 'embedded'],
}

function whole(name: string, text: string): number {
  if (!/^[1-9]\d{0,7}$/.test(text)) throw new Error(`--${name} must be a whole number`)
  return Number(text)
}
