import { keyedDigest } from './tokens.ts'

/** So many at once; after that one more in every `seconds`. */
export type Pace = { burst: number; seconds: number }

export type Limit = { key: string; pace: Pace }

/**
 * Guesses are slowed down, owners are not locked out: whoever has signed in from a device before carries its cookie and
 * is counted for that device alone, whatever strangers try. A link by e-mail has paces of its own.
 */
const paces = {
  'password-here': { burst: 6, seconds: 60 },
  'password-anywhere': { burst: 40, seconds: 60 },
  'password-device': { burst: 12, seconds: 60 },
  address: { burst: 60, seconds: 10 },
  'mail-here': { burst: 4, seconds: 600 },
  'mail-anywhere': { burst: 12, seconds: 600 },
  'mail-address': { burst: 30, seconds: 60 },
  'sign-up-address': { burst: 20, seconds: 120 },
  'code-device': { burst: 10, seconds: 30 },
} satisfies Record<string, Pace>

type Kind = keyof typeof paces

/** Digests with a secret: the table does not tell who tried to sign in as whom. */
const limit = (secret: string, kind: Kind, ...whom: string[]): Limit => ({
  key: keyedDigest(secret, 'limit', kind, ...whom),
  pace: paces[kind],
})

/** `device`: what the cookie of an earlier sign-in as this person says; null for a stranger. */
export function passwordLimits(
  secret: string,
  who: { email: string; address: string; device: string | null },
): Limit[] {
  if (who.device !== null) return [limit(secret, 'password-device', who.email, who.device)]
  return [
    limit(secret, 'password-here', who.email, network(who.address)),
    limit(secret, 'password-anywhere', who.email),
    limit(secret, 'address', network(who.address)),
  ]
}

export const mailLimits = (secret: string, who: { email: string; address: string }): Limit[] => [
  limit(secret, 'mail-here', who.email, network(who.address)),
  limit(secret, 'mail-anywhere', who.email),
  limit(secret, 'mail-address', network(who.address)),
]

export const signUpLimits = (secret: string, who: { email: string; address: string }): Limit[] => [
  limit(secret, 'sign-up-address', network(who.address)),
  ...mailLimits(secret, who),
]

export const codeLimits = (secret: string, who: { address: string }): Limit[] => [
  limit(secret, 'code-device', network(who.address)),
]

/** One household has one IPv4 address, but as many IPv6 addresses as it likes under one /64. */
export function network(address: string): string {
  if (!address.includes(':')) return address
  const [head = '', tail] = address.split('::')
  const groups = head === '' ? [] : head.split(':')
  const after = tail === undefined || tail === '' ? [] : tail.split(':')
  const filled =
    tail === undefined
      ? groups
      : [
          ...groups,
          ...Array.from({ length: Math.max(0, 8 - groups.length - after.length) }, () => '0'),
          ...after,
        ]
  return filled
    .slice(0, 4)
    .map((group) => group.toLowerCase().replace(/^0+(?=.)/, ''))
    .join(':')
}
