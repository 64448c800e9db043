import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** A random word that nobody guesses: what a link or a cookie carries. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** What the database keeps of a token, so that whoever reads the database cannot use it. */
export const tokenDigest = (token: string): string =>
  createHash('sha256').update(`token:${token}`).digest('base64url')

/** A digest that only who has the secret can make; the parts cannot run into each other. */
export const keyedDigest = (secret: string, ...parts: string[]): string =>
  createHmac('sha256', secret).update(JSON.stringify(parts)).digest('base64url')

export function isSame(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)]
  return left.length === right.length && timingSafeEqual(left, right)
}
