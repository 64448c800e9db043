import { newToken } from '../sign-in/tokens.ts'

/** What a program with a token may do in the name of its person. */
export const tokenPowers = ['read', 'write'] as const

export type TokenPower = (typeof tokenPowers)[number]

export const mostTokens = 20

const longestDays = 365

/** How it begins tells people, and programs that look for secrets in files, what it is. */
export const newPersonalToken = (): string => `al_${newToken()}`

export const isPersonalToken = (text: string): boolean => /^al_[\w-]{43}$/.test(text)

/** The last day that a token made on a day may be good. */
export const latestEnd = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + longestDays * 86_400_000).toISOString().slice(0, 10)
