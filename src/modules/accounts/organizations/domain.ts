import publicMail from './public-mail-domains.json' with { type: 'json' }

/** A domain as people type it, in small letters; null when it is none. */
export function domainFrom(typed: string): string | null {
  const host = typed.trim().toLowerCase().replace(/^@/, '')
  if (!/^[^\s/@:?#]+$/.test(host) || !URL.canParse(`http://${host}`)) return null
  const { hostname } = new URL(`http://${host}`)
  return hostname.length <= 253 &&
    /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/.test(hostname)
    ? hostname
    : null
}

/** What stands behind the sign of a mail address. */
export const domainOfAddress = (address: string): string | null => {
  const at = address.lastIndexOf('@')
  return at < 1 ? null : domainFrom(address.slice(at + 1))
}

/** Providers where anybody gets an address: it proves nothing about whom somebody works for. */
export const isPublicMailDomain = (domain: string): boolean =>
  publicDomains.some((one) => domain === one || domain.endsWith(`.${one}`))

const publicDomains = publicMail.domains
