/** Addresses of this module, without the language. */
export const noticePaths = {
  list: '/notices',
  read: '/notices/read',
  choices: '/account/notices',
  stop: (token: string) => `/notices/stop/${token}`,
} as const
