import { randomFillSync } from 'node:crypto'

const letters = '0123456789abcdefghjkmnpqrstvwxyz'
const length = 10

/** Chance for some hundred ids: to ask the system for each takes longer than all else. */
const chance = new Uint8Array(length * 500)
let taken = chance.length

/** Ten letters and digits that nobody mistakes for each other, and nobody can guess or count from. */
export function newShortId(): string {
  if (taken === chance.length) {
    randomFillSync(chance)
    taken = 0
  }
  let id = ''
  for (const end = taken + length; taken < end; taken += 1) id += letters.charAt((chance[taken] ?? 0) % 32)
  return id
}
