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
} as const

/** What is shown after a form whose result comes by mail. */
export const sentPaths = {
  any: (what: string) => `/sign-in/notice/${what}`,
  signUp: '/sign-in/notice/sign-up',
  link: '/sign-in/notice/link',
  forgotten: '/sign-in/notice/forgotten',
  passwordSet: '/sign-in/notice/password-set',
} as const

export const providerPaths = {
  leave: (provider: string) => `/sign-in/with/${provider}`,
  back: (provider: string) => `/sign-in/with/${provider}/back`,
} as const

/** How a person signs in, and where they are signed in. */
export const securityPaths = {
  overview: '/account/security',
  password: '/account/security/password',
  factor: '/account/security/second-factor',
  confirmFactor: '/account/security/second-factor/confirm',
  endFactor: '/account/security/second-factor/end',
  codes: '/account/security/backup-codes',
  showCodes: '/account/security/backup-codes/new',
  addPasskey: '/account/security/passkeys/add',
  removePasskey: (id: string) => `/account/security/passkeys/${id}/remove`,
  endSession: (id: string) => `/account/security/sessions/${id}/end`,
  endOthers: '/account/security/sessions/others/end',
} as const
