import { frameworkPaths } from '#modules/frameworks/index.ts'

/** Addresses of the pages that belong to no single module, without the language. */
export const sitePaths = {
  home: '/',
  search: '/search',
  desk: '/desk',
  objectives: frameworkPaths.objectives,
  languages: '/languages',
  languageTexts: '/languages/texts',
  history: '/history',
  rights: '/rights',
  workflows: '/workflows',
  about: '/about',
  accessibility: '/accessibility',
  privacy: '/privacy',
  api: '/api',
  mails: '/operations/mail',
  /** All that were kept for want of a mail server. */
  keptMails: '/operations/kept-mails',
  mail: (id: string) => `/operations/mail/${id}`,
  mailAgain: (id: string) => `/operations/mail/${id}/again`,
  mailDrop: (id: string) => `/operations/mail/${id}/drop`,
  jobs: '/operations/jobs',
} as const
