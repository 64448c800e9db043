/** Addresses of sign-in, without the language. */
export const signInPaths = {
  signIn: '/sign-in',
  signUp: '/sign-up',
  confirm: '/sign-up/confirm',
  link: '/sign-in/link',
  openLink: '/sign-in/link/open',
  secondFactor: '/sign-in/second-factor',
  passkey: '/sign-in/passkey',
  forgotten: '/sign-in/forgotten',
  newPassword: '/sign-in/new-password',
  signOut: '/sign-out',
  security: '/account/security',
} as const

export const providerPaths = {
  leave: (provider: string) => `/sign-in/with/${provider}`,
  back: (provider: string) => `/sign-in/with/${provider}/back`,
} as const
