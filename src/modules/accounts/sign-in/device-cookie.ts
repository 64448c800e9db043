import { isSame, keyedDigest, newToken } from './tokens.ts'

/** Says that somebody has signed in as a person from this device before. It opens nothing; it only lifts strangers' limits. */
export type DeviceCookies = {
  name: string
  /** The Set-Cookie after a sign-in; the same device keeps its number. */
  set: (email: string, present: string | null) => string
  /** The number of the device, when the cookie was made for this address; null for a stranger. */
  read: (email: string, cookie: string | null) => string | null
}

const days = 180

export function deviceCookies(secret: string, publicUrl: string): DeviceCookies {
  const secure = publicUrl.startsWith('https:')
  const name = secure ? '__Host-actionline.device' : 'actionline.device'
  const sign = (number: string, email: string) => keyedDigest(secret, 'device', number, email)
  const read = (email: string, cookie: string | null) => {
    const [number = '', signature = ''] = (cookie ?? '').split('.')
    return number !== '' && isSame(signature, sign(number, email)) ? number : null
  }
  return {
    name,
    read,
    set: (email, present) => {
      const number = read(email, present) ?? newToken().slice(0, 16)
      const attributes = `Path=/; Max-Age=${days * 86_400}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`
      return `${name}=${number}.${sign(number, email)}; ${attributes}`
    },
  }
}
