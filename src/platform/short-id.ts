import { randomBytes } from 'node:crypto'

const letters = '0123456789abcdefghjkmnpqrstvwxyz'

/** Ten letters and digits that nobody mistakes for each other, and nobody can guess or count from. */
export const newShortId = (): string => Array.from(randomBytes(10), (byte) => letters[byte % 32]).join('')
