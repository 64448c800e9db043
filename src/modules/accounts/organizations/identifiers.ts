const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'

/**
 * An identifier of the Research Organization Registry, from its short form or its web address; null when it is none.
 * Its last two digits are a check over the others (ISO 7064, modulus 97).
 */
export function rorFrom(typed: string): string | null {
  const id = typed
    .trim()
    .toLowerCase()
    .replace(/^(https?:\/\/)?(www\.)?ror\.org\//, '')
  if (!/^0[0-9a-hjkmnp-tv-z]{6}\d{2}$/.test(id)) return null
  const value = [...id.slice(0, 7)].reduce((sum, letter) => sum * 32n + BigInt(alphabet.indexOf(letter)), 0n)
  return Number(98n - ((value * 100n) % 97n)) === Number(id.slice(7)) ? id : null
}

/** An organization identifier of the International Aid Transparency Initiative: agency, then registration number. */
export function iatiFrom(typed: string): string | null {
  const id = typed.trim()
  return /^[A-Z]{2,3}-[A-Z0-9_]{2,12}-[\p{L}\p{N}._:-]{1,60}$/u.test(id) ? id : null
}

export const rorAddress = (ror: string): string => `https://ror.org/${ror}`
