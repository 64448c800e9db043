/** Addresses of the pages that belong to no single module, without the language. */
export const sitePaths = {
  home: '/',
  search: '/search',
  desk: '/desk',
  objectives: '/gdc-objectives',
  languages: '/languages',
  languageTexts: '/languages/texts',
  about: '/about',
  accessibility: '/accessibility',
  privacy: '/privacy',
  api: '/api',
  mails: '/operations/mail',
  mail: (id: string) => `/operations/mail/${id}`,
  mailAgain: (id: string) => `/operations/mail/${id}/again`,
  mailDrop: (id: string) => `/operations/mail/${id}/drop`,
  jobs: '/operations/jobs',
} as const
